/** Arabic sentences for the reasons and doubts of analytics (`5-assess/analytics/analytics-words.ts`). */
export const analyticsReasonsArabic = {
  'state/too-few': 'الأيام التي رُوي عنها أقل من أن تُقارن: {recent}، {baseline}.',
  'state/more': 'رُويت حوادث أكثر مما في فترة الأساس: {recent}، {baseline}؛ {ratio}.',
  'state/less': 'رُويت حوادث أقل مما في فترة الأساس: {recent}، {baseline}؛ {ratio}.',
  'state/no-clear-change': 'لا تغيّر واضحًا عن فترة الأساس: {recent}، {baseline}؛ {ratio}.',
  'state/period': '{incidents} من {from} إلى {to} (الأيام التي رُوي عنها: {reported}، من {days})',
  'state/ratio': 'مقابل كل حادثة في يوم مروي من فترة الأساس {best} الآن (بين {min} و{max}، باحتمال تسعة من عشرة)',
  'state/silent': 'أيام لم تنشر فيها أي جهة تنقل من هناك: {silent}، من آخر {days}؛ وهذا ليس هدوءًا',
  'state/reporting': 'تغيّر عدد الجهات الناشرة في اليوم من {before} إلى {after}، فقد يكون جزء من التغيّر في النقل نفسه',
  'state/open-above': 'عدد القتلى غير محدود من أعلى في حادثة واحدة على الأقل',

  'mover/act': '{act}',
  'mover/by': '{what}، الفاعل: {names}',
  'mover/at': '{what}، في {place}',
  'mover/killed': '{what}، القتلى: {killed}',
  'mover/killed-at-least': '{what}، القتلى: {killed} على الأقل',
  'mover/statement': '{speaker}: {words}',
  'mover/unnamed': 'متحدث غير مسمّى',

  'score/no-report': 'لا تقرير محفوظًا عن أي يوم كان فيه ساريًا',
  'score/no-reported-day': 'لم يُروَ عن أي يوم كان فيه ساريًا',
  'score/counts': 'حوادث تنفّذه: {kept}؛ تخالفه: {against}؛ مفتوحة: {open}',
  'score/nothing-recorded': 'لم يُسجَّل ما ينفّذه ({counts})؛ وقد يكون وقع ما لم يُروَ',
  'score/duty-lasts': 'الواجب المستمر لا يكتمل إلا بحكم شخص: فالأحداث تُظهر أنه بدأ',
  'score/breach-days': 'الأيام المروية: {days}؛ في {sure} منها مؤشر على خرق، ومع المفتوح في {perhaps}',
  'score/unreported': 'الأيام التي لا تقرير عنها لا تُعدّ التزامًا',

  'duty/no-beginning': 'لا تُذكر بداية؛ يوم على الأقل',
  'duty/lasted': 'يُروى أنه دام {days}',
  'duty/lasted-in-force': 'يُروى أنه دام {days} منذ سريان البند',
  'duty/not-ended': '{lasted}؛ ولم يُسجَّل ما أنهاه',
  'duty/ended': '{lasted}؛ وإلى {incident} على الأكثر، وقد نفّذت الواجب في المنطقة نفسها',

  'parity/apart':
    '{share} من الحوادث المنسوبة إلى {one} {what}، مقابل {others} من المنسوبة إلى {other}: الفرق أكبر مما تأتي به المصادفة. انظر من ينقل ومن أين قبل أن تستنتج شيئًا من الأعداد.',
  'parity/corroborated': 'لها أصل مستقل ثانٍ',
  'parity/determined': 'حدّدها شخص',
  'parity/indeterminate': 'بقيت غير محسومة',
};
