/** Arabic sentences for why findings changed (`5-assess/change-words.ts`). */
export const changeReasonsArabic = {
  'change/whole': '{cause} {changes}',
  'change/after-decision': 'بعد قرار من {by}. {rest}',
  'change/linked-anew': 'تغيّرت الحادثة: رُمّزت تقاريرها أو رُبطت من جديد.',
  'change/dissolved': 'لم تعد الحادثة قائمة: رواياتها تتبع حوادث أخرى الآن.',
  'change/clauses-or-program': 'الحادثة كما كانت: تغيّرت البنود أو الأطراف أو البرنامج.',
  'change/gone': '{clause}: كانت النتيجة {outcome}، ولم يعد البند يعنيها',
  'change/new': '{clause}: جديد، {outcome}',
  'change/turned': '{clause}: {from} ← {to}',
  'change/turned-by': '{clause}: {from} ← {to} ({limbs})',
  'change/still': '{clause}: ما زالت {outcome} ({limbs})',
  'change/other-grounds': '{clause}: ما زالت {outcome}، لأسباب أخرى أو بثقة أخرى',
  'change/limb': '{limb}: {from} ← {to}',

  'outcome/breach-indicated': 'مؤشر على خرق',
  'outcome/consistent': 'متوافق',
  'outcome/outside-scope': 'خارج النطاق',
  'outcome/exception-claimed': 'استثناء مدّعى',
  'outcome/indeterminate': 'غير محسوم',

  'limb/bearer': 'الملزَم',
  'limb/counterparty': 'تجاه من',
  'limb/act': 'الفعل',
  'limb/means': 'الوسيلة',
  'limb/zone': 'المنطقة',
  'limb/time': 'الوقت',
  'limb/exception': 'الاستثناء',

  'limb-value/met': 'متحقق',
  'limb-value/not-met': 'غير متحقق',
  'limb-value/unknown': 'مجهول',
  'limb-value/not-applicable': 'لا ينطبق',
};
