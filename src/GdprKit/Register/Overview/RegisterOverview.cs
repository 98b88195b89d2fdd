using GdprKit.Documents;

namespace GdprKit;

/// <summary>
/// A register for the people who keep it: everything that is declared, with its keys, and first what somebody should look at. Unlike
/// the privacy notice it is not meant for the people whose data are held.
/// </summary>
public static class RegisterOverview
{
    /// <summary>Makes the overview of a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="language">
    /// Dutch or English. Where the register does not use the language, its own texts stand in the first that it does use. Warnings
    /// are in English, as all messages.
    /// </param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public static Document From(ProcessingRegister register, Language language)
    {
        ArgumentNullException.ThrowIfNull(register);
        var texts = new OverviewTexts(RegisterWording.In(language));
        var blocks = new OverviewBlocks(texts);
        return new Document(texts.Title, language,
        [
            Warnings(register, texts),
            OverviewController.Section(register, texts, blocks),
            new DocumentSection(SectionId.Parse("activities"), texts.Activities)
            {
                Sections = register.ActivitiesInReadingOrder
                    .Select(activity => new OverviewActivity(activity, register, texts, blocks).Section())
                    .ToValueList(),
            },
            .. new OverviewLists(register, texts, blocks).Sections(),
        ])
        {
            Introduction = [new DocumentBlock.Paragraph(texts.Introduction(register.Controller.Name))],
            ContentsHeading = texts.Contents,
        };
    }

    private static DocumentSection Warnings(ProcessingRegister register, OverviewTexts texts) => new(SectionId.Parse("warnings"), texts.Warnings)
    {
        Blocks = register.Warnings.IsEmpty
            ? [new DocumentBlock.Paragraph(texts.NoWarnings)]
            :
            [
                new DocumentBlock.Paragraph(texts.SomeWarnings),
                OverviewBlocks.Definitions(register.Warnings.Select(warning => (warning.Id, Lines(warning)))),
            ],
    };

    private static IEnumerable<InlineText> Lines(RegisterFault warning) => [warning.Path, warning.Fault, warning.Remedy];
}
