namespace GdprKit;

/// <summary>Answers points (b) to (g) of Art. 30(1) for one activity.</summary>
internal sealed class ActivityFields(ProcessingActivity activity, ProcessingRegister register, RecordTexts texts)
{
    private readonly RegisterWording _words = texts.Words;
    private readonly string _path = RegisterPath.Of(activity);

    public ValueList<RecordField> All() =>
    [
        RecordField.Required(RecordRequirement.Purposes, [_words.Text(activity.Purpose.Description)], RecordFaults.PurposeMissing(_path)),
        RecordField.Required(RecordRequirement.DataSubjects, People(), RecordFaults.DataSubjectsMissing(_path)),
        RecordField.Required(RecordRequirement.PersonalData, Categories().Select(texts.Category), RecordFaults.PersonalDataMissing(_path)),
        RecordField.WhereApplicable(RecordRequirement.Recipients, Recipients().Select(texts.Recipient), texts.NoRecipients),
        RecordField.WhereApplicable(RecordRequirement.Transfers, Transfers(texts.Transfer), texts.NoTransfers),
        RecordField.WhereApplicable(RecordRequirement.TransferSafeguards, Transfers(CompellingInterest), texts.NoTransferSafeguards),
        RecordField.Required(RecordRequirement.TimeLimits, activity.Retention.Select(TimeLimit), RecordFaults.TimeLimitsMissing(_path)),
        RecordField.Required(RecordRequirement.SecurityMeasures, Security(), RecordFaults.SecurityMissing()),
    ];

    private IEnumerable<string> People() => activity.People.Select(key => _words.Text(register.People[key].Label));

    private IEnumerable<DataCategory> Categories() => activity.Categories.Select(key => register.Categories[key]);

    private IEnumerable<Recipient> Recipients() => activity.Recipients.Select(key => register.Recipients[key]);

    private IEnumerable<string> Transfers(Func<Recipient, Transfer, string> line) =>
        Recipients().SelectMany(recipient => recipient.Transfers.Select(transfer => line(recipient, transfer)));

    // Only transfers under the second subparagraph of Art. 49(1) must have their safeguards documented in the record.
    private string CompellingInterest(Recipient recipient, Transfer transfer) =>
        transfer.Safeguard is TransferSafeguard.CompellingInterest ? texts.Documented(recipient, transfer) : "";

    // The law asks for the limit of each category, so a rule about all of them names them.
    private string TimeLimit(RetentionRule rule)
    {
        var sentence = _words.Sentence(rule, register);
        return rule.Categories.IsEmpty ? $"{_words.And(Categories().Select(category => _words.Text(category.Label)))}: {sentence}" : sentence;
    }

    private IEnumerable<string> Security() => (activity.Security ?? register.Security) is { } security ? [_words.Text(security)] : [];
}
