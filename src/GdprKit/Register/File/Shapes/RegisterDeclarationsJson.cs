namespace GdprKit.Register;

/// <summary>The register file as a whole. Its properties are written in the order in which a person reads them.</summary>
internal static class RegisterDeclarationsJson
{
    public static RegisterDeclarations Read(JsonObjectReader from)
    {
        from.Require("languages", "controller", "people", "categories", "activities");
        _ = from.Text("$schema");
        return new RegisterDeclarations
        {
            Languages = from.Languages("languages"),
            Controller = from.Object("controller", DataControllerJson.Read),
            People = from.Declarations<SubjectKind>("people", SubjectKindJson.Read),
            Categories = from.Declarations<DataCategory>("categories", DataCategoryJson.Read),
            Events = from.Declarations<RetentionEvent>("events", RetentionEventJson.Read),
            Recipients = from.Declarations<Recipient>("recipients", RecipientJson.Read),
            Activities = from.Declarations<ProcessingActivity>("activities", ProcessingActivityJson.Read),
            ConflictChoices = from.Objects("conflictChoices", RuleConflictChoiceJson.Read),
            Backups = from.Declarations<BackupSchedule>("backups", BackupScheduleJson.Read),
            Security = from.Localized("security"),
            OwnRecords = from.Object("ownRecords", OwnRecordsJson.Read) ?? new OwnRecords(),
        };
    }

    public static void Write(JsonObjectWriter to, RegisterDeclarations declarations)
    {
        to.Languages("languages", declarations.Languages);
        to.Object("controller", declarations.Controller, DataControllerJson.Write);
        to.Declarations("people", declarations.People, SubjectKindJson.Write);
        to.Declarations("categories", declarations.Categories, DataCategoryJson.Write);
        to.Declarations("events", declarations.Events, RetentionEventJson.Write);
        to.Declarations("recipients", declarations.Recipients, RecipientJson.Write);
        to.Declarations("activities", declarations.Activities, ProcessingActivityJson.Write);
        to.Objects("conflictChoices", declarations.ConflictChoices, RuleConflictChoiceJson.Write);
        to.Declarations("backups", declarations.Backups, BackupScheduleJson.Write);
        to.Localized("security", declarations.Security);
        to.Object("ownRecords", OwnRecordsJson.UnlessDefault(declarations.OwnRecords), OwnRecordsJson.Write);
    }
}
