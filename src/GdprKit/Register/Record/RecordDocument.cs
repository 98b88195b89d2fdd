using GdprKit.Documents;

namespace GdprKit;

/// <summary>Writes a record of processing as a text for people.</summary>
internal sealed class RecordDocument
{
    private readonly RecordTexts _texts;

    private RecordDocument(RecordTexts texts) => _texts = texts;

    public static Document Write(RecordOfProcessing record) => new RecordDocument(new RecordTexts(RegisterWording.In(record.Language))).Of(record);

    private Document Of(RecordOfProcessing record) => new(_texts.Title, record.Language, [Controller(record), .. record.Activities.Select(Activity)])
    {
        Introduction = [new DocumentBlock.Paragraph(_texts.Introduction(record.ControllerName)), .. Gaps(record.MissingFields().ToValueList())],
        ContentsHeading = _texts.Contents,
        Closing = [new DocumentBlock.Paragraph(_texts.Origin(record.RegisterHash))],
    };

    private ValueList<DocumentBlock> Gaps(ValueList<RecordField.Missing> gaps) => gaps.IsEmpty ? [] :
    [
        new DocumentBlock.Callout(
        [
            new DocumentBlock.Paragraph(_texts.Incomplete),
            new DocumentBlock.BulletList(gaps.Select(gap => Emphasised(_texts.Name(gap.Requirement), gap)).ToValueList()),
        ]),
    ];

    private DocumentSection Controller(RecordOfProcessing record) => new(SectionId.Parse("controller"), _texts.Responsible)
    {
        Blocks = [Fields(record.Controller)],
    };

    private DocumentSection Activity(RecordedActivity activity) => new(SectionId.Parse($"activity-{activity.Key}"), activity.Name)
    {
        Blocks = activity.IsOwnRecord ? [new DocumentBlock.Paragraph(_texts.OwnRecord), Fields(activity.Fields)] : [Fields(activity.Fields)],
        Sections = [Details(activity)],
    };

    private DocumentSection Details(RecordedActivity activity) => new(SectionId.Parse($"details-{activity.Key}"), _texts.Details)
    {
        Blocks =
        [
            new DocumentBlock.DefinitionList(activity.Details
                .Where(detail => !detail.Lines.IsEmpty)
                .Select(detail => new Definition(_texts.Name(detail.Kind), Plain(detail.Lines)))
                .ToValueList()),
        ],
    };

    private DocumentBlock.DefinitionList Fields(ValueList<RecordField> fields) => new(fields
        .Select(field => new Definition(_texts.Name(field.Requirement), Lines(field))
        {
            Requirements = [RequirementId.Parse($"Art.{field.Article.Replace('(', '.').Replace(")", "", StringComparison.Ordinal)}")],
        })
        .ToValueList());

    private ValueList<InlineText> Lines(RecordField field) => field switch
    {
        RecordField.Present present => Plain(present.Lines),
        RecordField.NotApplicable { Reason: var reason } => [$"{_texts.NotApplicable}: {reason}"],
        RecordField.Missing missing => [Emphasised(_texts.Missing, missing)],
        _ => [],
    };

    private InlineText Emphasised(string word, RecordField.Missing missing) => [new Inline.Strong(word), $": {_texts.WhereToDeclare(missing)}"];

    private static ValueList<InlineText> Plain(ValueList<string> lines) => lines.Select(line => (InlineText)line).ToValueList();
}
