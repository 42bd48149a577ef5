/** Tags, entities and page shortcodes left in the text by whoever scraped it. */
import { findPattern, type MessRule } from '../mess-rule.ts';

const tags =
  /<\/?(?:a|abbr|article|b|blockquote|body|br|center|div|em|embed|figcaption|figure|font|h[1-6]|head|hr|html|i|iframe|img|li|link|meta|nav|o:p|ol|p|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|tr|u|ul|video)(?:\s[^<>]{0,1000})?\/?>/gi;
const entities =
  /&(?:nbsp|amp|quot|apos|lt|gt|lsquo|rsquo|ldquo|rdquo|ndash|mdash|hellip|copy|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const shortcodes =
  /\[\/?(?:caption|gallery|embed|video|audio|playlist|quote|url|img|b|i|u|youtube)(?:[ =][^[\]]{0,500})?\]/g;

export const htmlRemnant: MessRule = {
  id: 'html-remnant',
  sentence: 'An HTML tag, a character entity or a shortcode of a publishing system stands in the text.',
  examples: [
    { text: 'Two <b>mortars</b> hit the camp.<br/>', finds: ['<b>', '</b>', '<br/>'] },
    { text: 'Food&nbsp;and medicine', finds: ['&nbsp;'] },
    { text: '[caption id="a1"]A street[/caption] Calm returned.', finds: ['[caption id="a1"]', '[/caption]'] },
  ],
  misses: ['Fewer than 5 < 10 people', 'AT&T; and others', 'a <new> phase'],
  find: ({ text }) => [
    ...findPattern(text, tags, 'An HTML tag was left in the text.', true),
    ...findPattern(text, entities, 'A character entity was not decoded.', false),
    ...findPattern(text, shortcodes, 'A shortcode of a publishing system was left in the text.', true),
  ],
};
