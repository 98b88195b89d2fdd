namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault ConditionMissing(string path, IEnumerable<Key<DataCategory>> categories) => new(
        path, RegisterFaultMessages.ConditionMissing,
        $"The activity uses special categories ({Quoted(categories)}) and names no exception to their prohibition (Art. 9(2)).",
        Write("SpecialCategories(ground)", path));

    public static RegisterFault ConditionNeedless(string path) => Warning(
        path, RegisterFaultMessages.ConditionNeedless,
        "The activity names an exception of Art. 9(2), but uses no special category.",
        "Remove it, or declare the category with Special() or \"sensitivity\": \"special\".");

    public static RegisterFault ConditionLawMissing(string path, string article) => new(
        path, RegisterFaultMessages.ConditionLawMissing,
        $"The exception of Art. {article} exists only where a law provides for it, and none is named.",
        Write("SpecialCategories(ground, law)", path));

    public static RegisterFault ExplicitConsentApart(string path) => Warning(
        path, RegisterFaultMessages.ExplicitConsentApart,
        "Special categories are used with explicit consent (Art. 9(2)(a)), while the activity itself rests on another basis, so it goes on when consent is withdrawn.",
        "Put these categories in an activity of their own on consent, or choose another exception.");

    public static RegisterFault NationalNumberLawMissing(string path) => new(
        path, RegisterFaultMessages.CategoryLawMissing,
        "A national identification number may be used only where a law prescribes it, and none is named (Art. 87; in the Netherlands art. 46 UAVG).",
        Write("NationalNumber(law)", path));

    public static RegisterFault CriminalOffenceLawMissing(string path) => new(
        path, RegisterFaultMessages.CategoryLawMissing,
        "Data about criminal convictions and offences may be used only where a law allows it, and none is named (Art. 10).",
        Write("CriminalOffence(law)", path));

    public static RegisterFault TermOfSpecialCategory(string path, string term) => Warning(
        path, RegisterFaultMessages.TermOfSpecialCategory,
        $"The term '{term}' is a special category of personal data (Art. 9(1)), but this category is not declared as one.",
        "Call Special() or write \"sensitivity\": \"special\" in the register file, or use a wider term.");
}
