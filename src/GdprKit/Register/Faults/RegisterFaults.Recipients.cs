namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault TransferMissing(string path, CountryCode country) => new(
        path, RegisterFaultMessages.TransferMissing,
        $"The recipient is established in '{country}', outside the European Economic Area, and nothing says what protects the data there (Art. 44).",
        $"Call TransfersTo(\"{country}\", safeguard), or write 'transfers' in the register file.");

    public static RegisterFault TransferNeedless(string path, CountryCode country) => new(
        path, RegisterFaultMessages.TransferNeedless,
        $"'{country}' is in the European Economic Area; sending data there is no transfer (Art. 44).",
        "Remove the transfer.");

    public static RegisterFault TransferDestination(string path) => new(
        path, RegisterFaultMessages.TransferDestination,
        "A transfer goes to one country or to one international organisation (Art. 44).",
        "Give either a country, with TransfersTo(…) or 'country', or an organisation, with TransfersToOrganisation(…) or 'organisation'.");

    public static RegisterFault SafeguardMissing(string path) => new(
        path, RegisterFaultMessages.SafeguardMissing,
        "Nothing says what protects the data that are transferred (Art. 44-49).",
        Write("TransfersTo(country, safeguard)", path));

    public static RegisterFault TransferAssessmentMissing(string path) => Warning(
        path, RegisterFaultMessages.TransferAssessmentMissing,
        "Nothing says where the assessment of this transfer is kept (Art. 46(1), 49(1)).",
        Write("TransfersTo(country, safeguard, assessment)", path));
}
