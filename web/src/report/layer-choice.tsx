/** Which layers of highlight are shown, each drawn as it looks in the text. */
import { useWords } from '../words/use-words.ts';
import { LAYERS, type Layer } from './coded-values.ts';

export function LayerChoice({ shown, toggle }: { shown: ReadonlySet<Layer>; toggle: (layer: Layer) => void }) {
  const words = useWords();
  return (
    <fieldset className="layers row small">
      <legend className="visually-hidden">{words.report.layers}</legend>
      {LAYERS.map((layer) => (
        <label key={layer} className="tick inline">
          <input type="checkbox" checked={shown.has(layer)} onChange={() => toggle(layer)} />
          <span data-layer={layer}>{words.layer[layer]}</span>
        </label>
      ))}
    </fieldset>
  );
}
