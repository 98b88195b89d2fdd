using GdprKit.Documents;

namespace GdprKit.Mapping;

/// <summary>Writes a coverage report as a text for people: first what must be done, last what is declared already.</summary>
internal sealed class CoverageDocument
{
    private readonly CoverageReport _report;

    private readonly CoverageTexts _texts;

    private CoverageDocument(CoverageReport report, CoverageTexts texts) => (_report, _texts) = (report, texts);

    public static Document Write(CoverageReport report, Language language) => new CoverageDocument(report, new CoverageTexts(RegisterWording.In(language))).Of(language);

    /// <summary>What must be added before there is anything to look at.</summary>
    public static DocumentSection ToAdd(CoverageTexts texts) => new(SectionId.Parse("to-add"), texts.ToAdd)
    {
        Blocks =
        [
            new DocumentBlock.BulletList(
            [
                [texts.AddPackage, new Inline.Code("dotnet add package GdprKit.EntityFrameworkCore")],
                [texts.AddStore, new Inline.Code("gdpr.UseEntityFrameworkCore<ShopDbContext>()")],
                [texts.AddOtherStore, new Inline.Code("services.AddSingleton<IPersonalDataStore, ShopStore>()")],
                [texts.AddMaps, new Inline.Code("gdpr.AddMap<CustomerMap>()")],
            ]),
        ],
    };

    private Document Of(Language language) => new(_texts.Title, language, Sections().ToValueList())
    {
        Introduction =
        [
            new DocumentBlock.Paragraph(_texts.Introduction(_report.Map.Register.Controller.Name)),
            new DocumentBlock.Callout(State().Select(text => (DocumentBlock)new DocumentBlock.Paragraph(text)).ToValueList()),
        ],
        ContentsHeading = _texts.Contents,
        Closing = [new DocumentBlock.Paragraph(_texts.Limits)],
    };

    private IEnumerable<InlineText> State()
    {
        if (_report.Map.Stores.IsEmpty)
        {
            yield return _texts.NoStore;
            yield break;
        }

        if (_report.IsComplete)
        {
            yield return _texts.Complete;
        }
        else
        {
            yield return [new Inline.Strong(_texts.Open(_report.Findings.Count)), $" {_texts.WhoActs}"];
        }

        if (_report.Map.Entities.IsEmpty)
        {
            yield return [_texts.NoMap, new Inline.Code("gdpr.AddMap<CustomerMap>()")];
        }
    }

    private IEnumerable<DocumentSection> Sections()
    {
        var outside = new ManualStoreSection(_report.Map, _texts).Write();
        return _report.Map.Stores.IsEmpty
            ? [ToAdd(_texts), outside]
            :
            [
                .. new UndeclaredSection(_report.Findings, _texts).Write(),
                .. new UnplacedSection(_report, _texts).Write(),
                outside,
                new DeclaredSection(_report, _texts).Write(),
            ];
    }
}
