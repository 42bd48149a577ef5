/** Arabic words for what is assumed in a "what if" run (`5-assess/what-if-words.ts`). */
export const whatIfArabic = {
  'what-if/bearer-met': 'إن كان الفاعل طرفًا يُلزمه البند',
  'what-if/bearer-not-met': 'إن لم يكن الفاعل ممن يُلزمهم البند',
  'what-if/counterparty-met': 'إن كان من أُصيب ممن يحميهم البند',
  'what-if/counterparty-not-met': 'إن لم يُصب أحد ممن يحميهم البند',
  'what-if/act-met': 'إن كان قد وقع، وهو مما يحظره البند',
  'what-if/act-not-met': 'إن لم يقع، أو لم يكن مما يحظره البند',
  'what-if/means-met': 'إن كان بوسيلة يسمّيها البند',
  'what-if/means-not-met': 'إن كان بوسيلة أخرى',
  'what-if/zone-met': 'إن كان قد وقع داخل المنطقة',
  'what-if/zone-not-met': 'إن كان قد وقع خارج المنطقة',
  'what-if/time-met': 'إن كان قد وقع والبند سارٍ',
  'what-if/time-not-met': 'إن كان قد وقع في وقت آخر',
  'what-if/exception-met': 'إن صحّ الاستثناء',
  'what-if/exception-not-met': 'إن لم يصحّ الاستثناء',
  'what-if/registrar': 'إن اعتُدّ بقائمة {name} وحدها',
};
