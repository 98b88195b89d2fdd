using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Puts the sections of a notice together, and lets none go out that is incomplete.</summary>
internal static class NoticeWriter
{
    private static readonly NoticeSection[] BuiltIn =
    [
        new SummarySection(),
        new ControllerSection(),
        new ActivitiesSection(),
        new OverviewSection(),
        new RecipientsSection(),
        new TransfersSection(),
        new RetentionSection(),
        new RightsSection(),
        new ObjectionSection(),
        new ConsentSection(),
        new ComplaintSection(),
        new ChangesSection(),
    ];

    /// <summary>The ids of all sections that a host can replace.</summary>
    public static IEnumerable<SectionId> Ids => BuiltIn.Select(section => section.Id);

    /// <summary>The section that fulfils an item.</summary>
    public static SectionId SectionOf(NoticeItem item) => BuiltIn.First(section => section.Fulfils.Contains(item)).Id;

    /// <exception cref="InvalidNoticeException">The notice lacks an item, holds one that does not apply, or an option does not fit.</exception>
    public static Document Write(NoticeContext context, NoticeOptions options)
    {
        var faults = new List<NoticeFault>(options.Replacements.Where(replacement => !Ids.Contains(replacement.Place)).Select(NoticeFaults.UnknownSection));
        var sections = BuiltIn.SelectMany(section => Sections(section, context, options, faults)).ToValueList();
        faults.AddRange(NoticeCheck.FaultsOf(context, sections));
        return faults.Count == 0 ? Document(context, options, sections) : throw new InvalidNoticeException(faults.ToValueList());
    }

    /// <summary>What the notice says of one kind of people in some of its sections, with what the host says otherwise.</summary>
    /// <param name="context">The register, the people and their language.</param>
    /// <param name="options">What the host says otherwise; that it fits was found out when the notice was made.</param>
    /// <param name="which">The sections, in the order of the notice.</param>
    public static ValueList<DocumentSection> Write(NoticeContext context, NoticeOptions options, ValueList<SectionId> which) =>
        BuiltIn.Where(section => which.Contains(section.Id)).SelectMany(section => Sections(section, context, options, [])).ToValueList();

    private static IEnumerable<DocumentSection> Sections(NoticeSection builtIn, NoticeContext context, NoticeOptions options, List<NoticeFault> faults)
    {
        var here = options.Replacements.Where(replacement => replacement.Place == builtIn.Id).ToList();
        var replaced = here.Where(replacement => !replacement.IsAddition).Select(replacement => replacement.Write(context)).LastOrDefault(written => written is not null);
        if (replaced is not null && replaced.Id != builtIn.Id)
        {
            faults.Add(NoticeFaults.AnotherId(builtIn.Id, replaced.Id));
        }

        return here.Where(replacement => replacement.IsAddition)
            .Select(addition => addition.Write(context))
            .Prepend(replaced ?? builtIn.Write(context))
            .OfType<DocumentSection>();
    }

    private static Document Document(NoticeContext context, NoticeOptions options, ValueList<DocumentSection> sections)
    {
        var title = options.Title is { } chosen ? context.Text(chosen) : Title(context);
        return new Document(title, context.Language, sections)
        {
            Introduction = Introduction(context),
            ContentsHeading = context.Wording.Contents,
            Closing = [new DocumentBlock.Paragraph(context.Wording.MadeFromRegister(context.Register.Hash.ToString()[..12]))],
        };
    }

    private static string Title(NoticeContext context)
    {
        var name = context.Register.Controller.Name;
        return context.Audience is NoticeAudience.Own
            ? context.Wording.TitleFor(name, context.Text(context.People[0].Label))
            : context.Wording.Title(name);
    }

    private static ValueList<DocumentBlock> Introduction(NoticeContext context)
    {
        var wording = context.Wording;
        var readers = wording.IntendedFor(wording.Register.And(context.People.Select(kind => context.Text(kind.Label))));
        var others = context.Audience is NoticeAudience.Own
            ? []
            : context.Register.People.Where(kind => kind.HasOwnNotice).Select(kind => context.Text(kind.Label)).ToArray();
        return
        [
            new DocumentBlock.Paragraph(wording.Introduction),
            new DocumentBlock.Paragraph(others.Length == 0 ? readers : $"{readers} {wording.OthersHaveTheirOwn(wording.Register.And(others))}"),
        ];
    }
}
