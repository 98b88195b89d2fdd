using GdprKit.Documents;

namespace GdprKit;

/// <summary>Writes a record of processing as comma-separated values, in the shape that <see cref="RecordOfProcessing.ToCsv"/> documents.</summary>
internal static class RecordCsv
{
    public static byte[] Write(RecordOfProcessing record)
    {
        var texts = new RecordTexts(RegisterWording.In(record.Language));
        using var bytes = new MemoryStream();
        using (var output = new StreamWriter(bytes, CsvWriter.Encoding))
        {
            var csv = new CsvWriter(output, Headers(texts));
            foreach (var activity in record.Activities)
            {
                csv.WriteRow(
                [
                    .. record.Controller.Select(field => Cell(field, texts)),
                    activity.Name,
                    activity.Key.ToString(),
                    .. activity.Fields.Select(field => Cell(field, texts)),
                    .. activity.Details.Select(detail => Lines(detail.Lines)),
                ]);
            }
        }

        return bytes.ToArray();
    }

    private static string[] Headers(RecordTexts texts) =>
    [
        .. Requirements().TakeWhile(requirement => requirement < RecordRequirement.Purposes).Select(texts.Name),
        texts.Activity,
        texts.Key,
        .. Requirements().SkipWhile(requirement => requirement < RecordRequirement.Purposes).Select(texts.Name),
        .. Enum.GetValues<RecordDetailKind>().Where(kind => kind is not RecordDetailKind.Unspecified).Select(texts.Name),
    ];

    private static IEnumerable<RecordRequirement> Requirements() =>
        Enum.GetValues<RecordRequirement>().Where(requirement => requirement is not RecordRequirement.Unspecified);

    private static string Cell(RecordField field, RecordTexts texts) => field switch
    {
        RecordField.Present present => Lines(present.Lines),
        RecordField.NotApplicable { Reason: var reason } => $"{texts.NotApplicable}: {reason}",
        RecordField.Missing missing => $"{texts.Missing}: {texts.WhereToDeclare(missing)}",
        _ => "",
    };

    private static string Lines(ValueList<string> lines) => string.Join('\n', lines);
}
