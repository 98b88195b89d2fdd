namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault ControllerMissing() => new(
        "/controller", RegisterFaultMessages.ControllerMissing,
        "The controller is missing (Art. 13(1)(a)).",
        Write("Controller(…)", "/controller"));

    public static RegisterFault ContactMissing(string path, string what, string article, string call) => new(
        path, RegisterFaultMessages.ContactMissing,
        $"Nothing says how to reach the {what} (Art. {article}).",
        $"Give at least one of e-mail address, telephone number, website and postal address, with {call} or as 'contact' in the register file.");

    public static RegisterFault ContactMalformed(string path, string what, string text, string example) => new(
        path, RegisterFaultMessages.ContactMalformed,
        $"'{Excerpt.Of(text)}' is not {what}.",
        $"Write it like '{example}'.");

    public static RegisterFault MalformedPage(string path, string text) => new(
        path, RegisterFaultMessages.MalformedUrl,
        $"'{Excerpt.Of(text)}' is not a page.",
        "Write it in full, for example 'https://www.example.nl/privacy', or from the root of the application: '/privacy/centre'.");

    public static RegisterFault CountryMissing(string path, string what, string call) => new(
        path, RegisterFaultMessages.CountryMissing, $"The country of the {what} is missing.", Write(call, path));

    public static RegisterFault RepresentativeMissing(CountryCode country) => Warning(
        "/controller/representative", RegisterFaultMessages.RepresentativeMissing,
        $"The controller is established in '{country}', outside the European Economic Area, and names no representative in the Union (Art. 27).",
        "Call Representative(…), or write 'representative' in the register file, unless Art. 27(2) exempts it.");

    public static RegisterFault AuthorityMissing() => new(
        "/controller/supervisoryAuthority", RegisterFaultMessages.AuthorityMissing,
        "Nothing says to which authority people can complain, and the country of the controller does not decide it (Art. 13(2)(d)).",
        Write("SupervisoryAuthority(name, website)", "/controller/supervisoryAuthority"));

    public static RegisterFault RequestsNotElectronic() => Warning(
        "/controller/rights", RegisterFaultMessages.RequestsNotElectronic,
        "People can make a request only by telephone or letter, although their data are processed by electronic means (Art. 12(2), recital 59).",
        "Give a page or an e-mail address with Rights(…), or write 'rights' in the register file.");

    public static RegisterFault ArrangementMissing(string path, string name) => new(
        path, RegisterFaultMessages.ArrangementMissing,
        $"'{Excerpt.Of(name)}' is a joint controller, but nothing says what was arranged with it (Art. 26(2)).",
        "Declare it under the same name with JointController(…) of the controller, or in 'jointControllers' in the register file.");
}
