/** The Arabic words of the interface. Reports, quotes and clauses stay in their own language. */
import { actWordsArabic } from './ar-acts.ts';
import { analyticsWordsArabic } from './ar-analytics.ts';
import { counted, incidents, reports } from './ar-counted.ts';
import { gradeWordsArabic } from './ar-grades.ts';
import { ledgerWordsArabic } from './ar-ledger.ts';
import { pageWordsArabic } from './ar-pages.ts';
import { reasonsArabic } from './ar-reasons.ts';
import { termWordsArabic } from './ar-terms.ts';
import { whatIfWordsArabic } from './ar-what-if-elsewhere.ts';
import type { Words } from './en.ts';

export const ar: Words = {
  ...termWordsArabic,
  ...whatIfWordsArabic,
  ...gradeWordsArabic,
  nav: {
    label: 'الصفحات',
    situation: 'الوضع',
    review: 'المراجعة',
    lists: 'القوائم',
    reports: 'التقارير',
    statements: 'التصريحات',
    agreements: 'الاتفاقات',
    parties: 'الأطراف',
    analytics: 'حال الهدنة',
    try: 'تجربة',
  },
  skip: 'انتقل إلى المحتوى',
  theme: { label: 'الألوان', system: 'كالنظام', light: 'فاتح', dark: 'داكن' },
  language: 'اللغة',
  illustrative: 'للتوضيح: كُتب لهذا المشروع',
  illustrativeMore: 'هذه التقارير والجهات الناشرة مختلَقة لإظهار طريقة عمل البرنامج، وليست دليلًا على أحداث حقيقية.',
  reasons: reasonsArabic,
  reasonsBetween: '؛ ',
  /** Between the names of sides of which either is meant. */
  namesBetween: ' أو ',
  groupNames: { civilians: 'المدنيون', monitors: 'المراقبون', 'aid-workers': 'عاملو الإغاثة' },
  notStated: 'غير مذكور',
  dayShape: 'سنة-شهر-يوم',
  and: 'و',
  or: 'أو',
  shortcuts: {
    title: 'لوحة المفاتيح',
    open: 'اختصارات لوحة المفاتيح',
    close: 'إغلاق',
    next: 'العنصر التالي',
    previous: 'العنصر السابق',
    enter: 'فتح العنصر',
    situation: 'الوضع',
    link: 'الحادثة نفسها',
    split: 'ليست الحادثة نفسها',
    undo: 'إلغاء القرار',
    queue: 'المراجعة',
    lists: 'قوائم الراصدين الآخرين',
    reports: 'التقارير الواردة',
    statements: 'التصريحات',
    agreements: 'الاتفاقات',
    parties: 'الأطراف',
    analytics: 'حال الهدنة',
    try: 'تجربة',
    search: 'بحث',
    list: 'هذه القائمة',
    escape: 'إغلاق المفتوح',
  },
  about: {
    title: 'هذا البرنامج',
    version: 'الإصدار',
    knowledge: 'المعرفة السارية',
    ledger: 'السجل',
    entries: (n) => counted(n, { one: 'قيد واحد', two: 'قيدان', few: 'قيود', many: 'قيدًا', other: 'قيد' }),
  },
  comma: '، ',
  loading: 'جارٍ التحميل',
  failed: {
    title: 'تعذّر التحميل',
    notFoundTitle: 'لا شيء محفوظ هنا',
    unknownTitle: 'لا توجد صفحة كهذه',
    unknown: 'لا صفحة في هذا البرنامج بهذا العنوان. تحقق من أنه نُسخ كاملًا.',
    again: 'أعد المحاولة',
    unreachable: 'لم يستجب البرنامج. هل ما زال "npm start" أو "trucewatch serve" يعمل على هذا الحاسوب؟',
    notFound: 'لا شيء محفوظ تحت هذا العنوان. قد يكون الرابط من مجلد بيانات آخر.',
    toSituation: 'إلى صفحة الوضع',
  },
  more: 'عرض المزيد',
  clear: 'مسح الكل',
  search: 'بحث',
  from: 'من',
  to: 'إلى',
  any: 'الكل',
  back: 'إغلاق',
  openPage: 'فتح الصفحة كاملة',

  atLeast: (n) => `${n} على الأقل`,
  upTo: (n) => `${n} على الأكثر`,
  between: (a, b) => `بين ${a} و${b}`,
  noneReported: 'لم يُذكر أحد',
  harmNotStated: 'الضرر غير مذكور',
  harmShort: (measure, n) =>
    `${n} ${({ killed: 'قتلى', injured: 'جرحى', casualties: 'قتلى أو جرحى', abducted: 'مخطوفون', missing: 'مفقودون', displaced: 'نازحون' } as Record<string, string>)[measure] ?? measure}`,
  origins: (origins, n) =>
    `${counted(origins, { one: 'أصل مستقل واحد', two: 'أصلان مستقلان', few: 'أصول مستقلة', many: 'أصلًا مستقلًا', other: 'أصل مستقل' })} (${reports(n)})`,
  incidents,
  reports,
  statementCount: (n) =>
    counted(n, { one: 'تصريح واحد', two: 'تصريحان', few: 'تصريحات', many: 'تصريحًا', other: 'تصريح' }),
  disagreements: (n, major) =>
    `${counted(n, { one: 'اختلاف واحد', two: 'اختلافان', few: 'اختلافات', many: 'اختلافًا', other: 'اختلاف' })}${major > 0 ? `، الشديد منها ${major}` : ''}`,
  clauses: (n) => counted(n, { one: 'بند واحد', two: 'بندان', few: 'بنود', many: 'بندًا', other: 'بند' }),
  parties: (n) => counted(n, { one: 'طرف واحد', two: 'طرفان', few: 'أطراف', many: 'طرفًا', other: 'طرف' }),
  clocks: (from, to) => `\u2066${from}–${to}\u2069`,
  zone: (offset) => `\u2066UTC${offset}\u2069`,
  openStart: (end) => `قبل ${end}`,
  openEnd: (start) => `ابتداءً من ${start}`,
  titleAt: (what, where) => `${what}، ${where}`,
  ...pageWordsArabic,
  ...ledgerWordsArabic,
  ...analyticsWordsArabic,
  ...actWordsArabic,
};
