namespace GdprKit.Requests;

/// <summary>What is refused about exports, each with its id, the fault and the remedy. None repeats what identifies somebody.</summary>
internal static class ExportRefusals
{
    public static PersonalDataExportException RightUnfit() => new(
        RequestMessages.ExportRightUnfit, "An export is to be made for something else than access or portability.", "Pass RightsRequestKind.Access (Art. 15) or RightsRequestKind.Portability (Art. 20).");

    public static PersonalDataExportException PersonUnknown(Key<SubjectKind> kind) => new(
        RequestMessages.ExportPersonUnknown, $"An export is to be made about somebody of the kind '{kind}', which the register does not declare.", "Use a kind that it declares.");

    public static PersonalDataExportException SourceFailed(string source, Exception cause) => new(
        RequestMessages.ExportSourceFailed,
        $"The source {source} did not answer what it holds of a person ({cause.GetType().Name}); no export is made, because it would be incomplete.",
        "See that it can be reached, and make the export again. The inner exception says what it answered.",
        cause);

    public static PersonalDataExportException SourceUnfit(string source, string what) => new(
        RequestMessages.ExportSourceUnfit, $"The source {source} hands out {what}.", "Correct what it hands out, and make the export again.");

    public static PersonalDataExportException NotGranted(string status) => new(
        RequestMessages.ExportNotGranted, $"An export is to be made for a request that is {status}.", "Grant it first with AcceptAsync, or a part of it with RefuseInPartAsync; open a closed one again with ReopenAsync.");

    public static PersonalDataExportException NobodysRequest() => new(
        RequestMessages.ExportOfNobody, "An export is to be made for a request, and nobody knows whose it is.", "Assign it to a person with AssignAsync first.");

    public static PersonalDataExportException FileDamaged() => new(
        RequestMessages.ExportDamaged, "The file of an export was changed, or ends early.", "Make the export again; look who can write to the folder of exports.");

    public static PersonalDataExportException NoPlace() => new(
        RequestMessages.ExportPlaceMissing, "An export is to be kept for a person, and nothing says where.", "Call gdpr.KeepExportsIn(path) inside AddGdprKit, with a folder outside of the database and of its backups.");
}
