/**
 * All knowledge in force, as frozen tables. Each table is read when it is first asked for, so that a command pays only for
 * what it uses; `version` is the hash over everything that can change a coding.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CountWording } from '../measure/count-range.ts';
import type { Agreement } from '../model/agreement.ts';
import { type ActorWords, loadActorWords } from './actor-words.ts';
import { type ActorRegister, groupNames, loadActors } from './actors.ts';
import { type AgreementCalendar, loadCalendars } from './agreement-calendar.ts';
import { agreementIds, loadAgreements } from './agreements.ts';
import { type AssessmentCodebook, loadAssessmentCodebook } from './assessment-codebook.ts';
import { type CorroborationCodebook, loadCorroborationCodebook } from './corroboration-codebook.ts';
import { type EvidenceWords, loadEvidenceWords } from './evidence-words.ts';
import { type Figures, loadFigures } from './figures.ts';
import { type FurnitureWords, loadFurnitureWords } from './furniture-words.ts';
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';
import { type Grammar, loadGrammar } from './grammar-weights.ts';
import { type HarmWords, loadHarmWords } from './harm-words.ts';
import { type IncidentGrammar, loadIncidentGrammar } from './incident-grammar.ts';
import { type IncidentWords, loadIncidentWords } from './incident-words.ts';
import { type LinearModel, loadLinearModel } from './linear-model.ts';
import { type ListMapping, loadListMappings } from './list-mapping.ts';
import { loadModalityWords, type ModalityWords } from './modality-words.ts';
import { type NamesInScript, namesInScript } from './names-in-script.ts';
import { loadPatternWords, type PatternWords } from './pattern-words.ts';
import { loadPlaceWords, type PlaceWords } from './place-words.ts';
import { loadProvinceOutlines, type ProvinceOutline } from './province-outlines.ts';
import { loadCountWording, loadQuantityWords, type QuantityWords } from './quantity-words.ts';
import { loadSources, type Outlet } from './source-register.ts';
import { loadSpeechWords, type SpeechWords } from './speech-words.ts';
import { loadStatementDuties, type StatementDuties } from './statement-duties.ts';
import { loadTimeWords, type TimeWords } from './time-words.ts';
import { loadTimeZones, type TimeZones } from './time-zones.ts';
import { type WordHints, wordHints } from './word-hints.ts';

/** The language whose lexicon is read; a second language is a second folder. */
const LANGUAGE = 'en';

export interface Knowledge {
  readonly directory: string;
  /** The language of the grammar and of the lexicons below, as a BCP 47 primary language. */
  readonly language: string;
  /** SHA-256 (hex) over lexicons, codebooks, registers, gazetteer and weights. */
  readonly version: string;
  readonly actors: ActorRegister;
  readonly actorWords: ActorWords;
  readonly speechWords: SpeechWords;
  readonly timeWords: TimeWords;
  readonly timeZones: TimeZones;
  readonly quantityWords: QuantityWords;
  readonly countWording: CountWording;
  readonly placeWords: PlaceWords;
  readonly gazetteer: Gazetteer;
  readonly provinceOutlines: readonly ProvinceOutline[];
  readonly grammar: Grammar;
  readonly furniture: FurnitureWords;
  readonly incidentWords: IncidentWords;
  readonly figures: Figures;
  readonly incidentGrammar: IncidentGrammar;
  readonly harmWords: HarmWords;
  readonly modalityWords: ModalityWords;
  readonly evidenceWords: EvidenceWords;
  readonly wordHints: WordHints;
  /** Languages that are read by words alone, by BCP 47 primary language. */
  readonly patternWords: ReadonlyMap<string, PatternWords>;
  /** Names of places in the script of each of these languages. */
  readonly namesInScript: ReadonlyMap<string, NamesInScript>;
  readonly sameEvent: LinearModel;
  readonly incidentFillers: LinearModel;
  readonly incidentCast: LinearModel;
  readonly incidentConfidence: LinearModel;
  readonly corroboration: CorroborationCodebook;
  /** How other monitors' tables are read, by id. */
  readonly listMappings: ReadonlyMap<string, ListMapping>;
  /** Outlets by name. */
  readonly sources: ReadonlyMap<string, Outlet>;
  readonly assessment: AssessmentCodebook;
  readonly statementDuties: StatementDuties;
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** The agreements' dates alone, which cost little to read. */
  readonly calendars: readonly AgreementCalendar[];
}

/** Opens the knowledge folder. A file that breaks its schema throws when its table is first asked for. */
export function loadKnowledge(directory: string): Knowledge {
  const path = (...parts: string[]): string => join(directory, ...parts);
  const lexicon = path('lexicon', LANGUAGE);
  return lazily<Knowledge>({
    directory: () => directory,
    language: () => LANGUAGE,
    version: () => versionOf(directory),
    actors: () => loadActors(path('actors')),
    actorWords: () => loadActorWords(lexicon),
    speechWords: () => loadSpeechWords(lexicon, path('codebook')),
    timeWords() {
      return loadTimeWords(directory, LANGUAGE, this.quantityWords.numbers);
    },
    timeZones: () => loadTimeZones(directory),
    quantityWords: () => loadQuantityWords(directory, LANGUAGE),
    countWording: () => loadCountWording(directory),
    placeWords() {
      return loadPlaceWords(join(lexicon, 'places.yaml'), groupNames(this.actors));
    },
    gazetteer: () => loadGazetteer(path('gazetteer', 'world')),
    provinceOutlines: () => loadProvinceOutlines(path('gazetteer', 'world', 'provinces.geojson')),
    grammar: () => loadGrammar(path('weights')),
    furniture: () => loadFurnitureWords(pathToFileURL(join(lexicon, 'furniture.yaml'))),
    incidentWords: () => loadIncidentWords(directory, LANGUAGE),
    figures() {
      return loadFigures(directory, LANGUAGE, new Set(this.incidentWords.types.keys()));
    },
    incidentGrammar: () => loadIncidentGrammar(directory, LANGUAGE),
    harmWords: () => loadHarmWords(directory, LANGUAGE),
    modalityWords: () => loadModalityWords(directory, LANGUAGE),
    evidenceWords: () => loadEvidenceWords(directory, LANGUAGE),
    wordHints() {
      return wordHints(this);
    },
    patternWords: () => loadPatternWords(path('lexicon')),
    namesInScript() {
      const { gazetteer } = this;
      return new Map([...this.patternWords].map(([language, words]) => [language, namesInScript(gazetteer, words)]));
    },
    sameEvent: () => loadLinearModel(path('weights', 'same-event.json')),
    incidentFillers: () => loadLinearModel(path('weights', 'incident-fillers.json')),
    incidentCast: () => loadLinearModel(path('weights', 'incident-cast.json')),
    incidentConfidence: () => loadLinearModel(path('weights', 'incident-confidence.json')),
    corroboration: () => loadCorroborationCodebook(path('codebook', 'corroboration.yaml')),
    sources: () => loadSources(path('sources')),
    listMappings: () => loadListMappings(path('lists')),
    assessment: () => loadAssessmentCodebook(path('codebook', 'assessment.yaml')),
    statementDuties() {
      return loadStatementDuties(path('codebook', 'statement-duties.yaml'), this.assessment);
    },
    calendars: () => loadCalendars(path('agreements'), agreementIds(path('agreements'))),
    agreements() {
      return loadAgreements(path('agreements'), new Set(this.actors.actors.keys()), this.assessment);
    },
  });
}

/** Properties that compute their value when first read and keep it. */
function lazily<T extends object>(makers: { [Key in keyof T]: (this: T) => T[Key] }): T {
  const target = Object.create(null);
  for (const key of Object.keys(makers)) {
    Object.defineProperty(target, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = makers[key as keyof T].call(target);
        Object.defineProperty(target, key, { enumerable: true, value });
        return value;
      },
    });
  }
  return target;
}

/** Folders whose files decide what is coded; agreements are versioned by themselves. */
const CODING = ['actors', 'codebook', 'gazetteer/world', 'lexicon', 'weights'];

function versionOf(directory: string): string {
  const hash = createHash('sha256');
  for (const folder of CODING) {
    for (const file of filesBelow(join(directory, folder)))
      hash.update(file.slice(directory.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.md'))
    .sort();
}
