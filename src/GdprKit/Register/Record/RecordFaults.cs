namespace GdprKit;

/// <summary>Every gap that a record of processing can have, each with its id, its words and its remedy in one place.</summary>
internal static class RecordFaults
{
    public static RegisterFault ControllerMissing() => Missing(
        "/controller", "GDPR4401",
        "The record does not say who the controller is and how to reach it (Art. 30(1)(a)).",
        "Call Controller(…) with Name(…) and Contact(…), or write 'name' and 'contact' of the controller in the register file.");

    public static RegisterFault RepresentativeMissing() => Missing(
        "/controller/representative", "GDPR4402",
        "The controller is established outside the European Economic Area, and the record names no representative in the Union (Art. 27, 30(1)(a)).",
        "Call Representative(…), or write 'representative' in the register file, unless Art. 27(2) exempts the controller.");

    public static RegisterFault PurposeMissing(string activity) => Missing(
        $"{activity}/purpose", "GDPR4403",
        "The record does not say what the activity is for (Art. 30(1)(b)).",
        "Call Purpose(nl, en), or write 'purpose' in the register file.");

    public static RegisterFault DataSubjectsMissing(string activity) => Missing(
        $"{activity}/people", "GDPR4404",
        "The record names no kind of people whom the activity concerns (Art. 30(1)(c)).",
        "Call About(people), or write 'people' in the register file.");

    public static RegisterFault PersonalDataMissing(string activity) => Missing(
        $"{activity}/categories", "GDPR4405",
        "The record names no category of data that the activity uses (Art. 30(1)(c)).",
        "Call Uses(categories), or write 'categories' in the register file.");

    public static RegisterFault TimeLimitsMissing(string activity) => Missing(
        $"{activity}/retention", "GDPR4406",
        "The record does not say how long the data of the activity are kept (Art. 30(1)(f)).",
        "Call Keep(…), or write 'retention' in the register file.");

    public static RegisterFault SecurityMissing() => Missing(
        "/security", "GDPR4407",
        "The record does not describe the security measures (Art. 30(1)(g), 32(1)).",
        "Call Security(nl, en) of the register, or write 'security' in the register file; an activity with other measures has its own.");

    private static RegisterFault Missing(string path, string id, string fault, string remedy) => new(path, id, fault, remedy, FaultSeverity.Warning);
}
