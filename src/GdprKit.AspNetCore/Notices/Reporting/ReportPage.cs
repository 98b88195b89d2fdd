using System.Globalization;
using GdprKit.Documents;
using NodaTime;

namespace GdprKit;

/// <summary>Who was told of the notice, as a page.</summary>
internal sealed class ReportPage(Language language, ProcessingRegister register)
{
    /// <summary>What can be asked for, in the order in which it happens.</summary>
    public static ValueList<NoticeDeliveryStatus> Statuses { get; } =
    [
        NoticeDeliveryStatus.Unknown, NoticeDeliveryStatus.Claimed, NoticeDeliveryStatus.Deferred, NoticeDeliveryStatus.Sent, NoticeDeliveryStatus.Acknowledged,
        NoticeDeliveryStatus.Bounced, NoticeDeliveryStatus.Unreachable,
    ];

    private readonly DeliveryWording _words = DeliveryWording.In(language);

    private readonly RegisterWording _dates = RegisterWording.In(language == Language.Dutch ? Language.Dutch : Language.English);

    public static Document NoLedger(Language language) => language == Language.Dutch
        ? new Document("Er wordt niet bijgehouden wie is geïnformeerd", language, [])
        {
            Introduction = [new DocumentBlock.Paragraph(["Deze toepassing heeft nog geen plek voor wie waarover is geïnformeerd. De software zegt waar dat staat met ", new Inline.Code("gdpr.UseEntityFrameworkCore<CrmDbContext>()"), "."])],
        }
        : new Document("It is not recorded who was told", language, [])
        {
            Introduction = [new DocumentBlock.Paragraph(["This application has no place yet for who was told of what. The software says where it is with ", new Inline.Code("gdpr.UseEntityFrameworkCore<CrmDbContext>()"), "."])],
        };

    public static string ShortOf(NoticeVersion version) => version.Digest.ToString()[..8];

    /// <summary>The versions of which people are told, each with its numbers.</summary>
    public Document List(IReadOnlyList<(NoticeVersion Version, CampaignReport Report)> told, ObtainedReport obtained) => new(Say("Wie is geïnformeerd?", "Who was told?"), language, Sections(obtained))
    {
        Introduction = told.Count == 0
            ? [new DocumentBlock.Paragraph(Say("Er is nog geen privacyverklaring gepubliceerd.", "No privacy notice was published yet."))]
            : [
                new DocumentBlock.Table(
                    Say("Versies van de privacyverklaring", "Versions of the privacy notice"),
                    [Say("Gepubliceerd op", "Published on"), Say("Voor", "For"), .. Sums(told[0].Report).Select(number => number.Name)],
                    told.Select(each => (ValueList<InlineText>)
                    [
                        new Inline.Link(Day(each.Version.PublishedAt), new Uri($"told/{each.Version.Digest}", UriKind.Relative)),
                        AudienceOf(each.Version),
                        .. Sums(each.Report).Select(number => (InlineText)Number(number.Count)),
                    ]).ToValueList()),
            ],
    };

    /// <summary>One version: the numbers, and the first people.</summary>
    public Document Show(NoticeVersion version, CampaignReport report, ValueList<NoticeDeliveryStatus>? statuses, IEnumerable<ToldPerson> people, bool isAll)
    {
        var query = statuses is null ? "" : $"?{string.Join('&', statuses.Value.Select(status => $"status={NoticeReports.WordOf(status)}"))}";
        return new Document(Say($"Wie is geïnformeerd over de versie van {Day(version.PublishedAt)}?", $"Who was told of the version of {Day(version.PublishedAt)}?"), language, [new DocumentSection(SectionId.Parse("people"), Say("Personen", "People")) { Blocks = People(people.ToList(), isAll).ToValueList() }])
        {
            Introduction =
            [
                new DocumentBlock.DefinitionList(Numbers(report).Select(number => new Definition(number.Name, [Number(number.Count)])).ToValueList()),
                new DocumentBlock.Paragraph(
                [
                    Say("Bekijk: ", "Show: "),
                    new Inline.Link(Say("iedereen", "everybody"), new Uri(version.Digest.ToString(), UriKind.Relative)),
                    .. Statuses.SelectMany(status => (Inline[])[new Inline.Text(", "), new Inline.Link(_words.Name(status), new Uri($"{version.Digest}?status={NoticeReports.WordOf(status)}", UriKind.Relative))]),
                ]),
                new DocumentBlock.Paragraph(
                [
                    Say("Alles hiervan als bestand: ", "All of it as a file: "),
                    new Inline.Link("CSV", new Uri($"{version.Digest}.csv{query}", UriKind.Relative)),
                    ", ",
                    new Inline.Link("JSON", new Uri($"{version.Digest}.json{query}", UriKind.Relative)),
                    ".",
                ]),
                .. report.Unidentified == 0 ? (ReadOnlySpan<DocumentBlock>)[] :
                [
                    new DocumentBlock.Paragraph(Say(
                        $"Niet bereikbaar omdat de sleutel van de rij niet te lezen is: {report.Unidentified}. Niemand kan zeggen wie dat zijn, dus in de lijst staan zij niet. Verbeter die sleutels in de database; daarna worden zij vanzelf geïnformeerd.",
                        $"Not reached because the key of the row cannot be read: {report.Unidentified}. Nobody can say who they are, so they are not in the list. Correct those keys in the database; then they are told.")),
                ],
                .. report.Bounced + report.Unreachable == 0 ? (ReadOnlySpan<DocumentBlock>)[] :
                [
                    new DocumentBlock.Paragraph(new Inline.Link(
                        Say("Brieven voor wie niet per mail te bereiken is: namen en adressen (CSV)", "Letters to those whom no mail reaches: names and addresses (CSV)"),
                        new Uri($"{version.Digest}/letters.csv", UriKind.Relative))),
                ],
            ],
        };
    }

    // Who obtains data elsewhere has a month; the last day is said, and who is late.
    private ValueList<DocumentSection> Sections(ObtainedReport obtained)
    {
        if (obtained.Untold == 0)
        {
            return [];
        }

        var words = new List<string>
        {
            Say(
                $"Van {obtained.Untold} mensen komen de gegevens van iemand anders, en zij zijn nog nooit geïnformeerd. Dat moet uiterlijk een maand nadat je de gegevens kreeg (art. 14 lid 3 AVG).",
                $"The data of {obtained.Untold} people come from somebody else, and they were never told. They must be within a month after you obtained the data (Art. 14(3) GDPR)."),
        };
        if (obtained.Overdue > 0)
        {
            words.Add(Say($"Voor {obtained.Overdue} van hen is die dag voorbij.", $"For {obtained.Overdue} of them that day has passed."));
        }

        if (obtained.NextDueOn is { } next)
        {
            words.Add(Say($"De eerstvolgende uiterste dag is {_dates.Date(next)}.", $"The next last day is {_dates.Date(next)}."));
        }

        if (obtained.WithoutDate > 0)
        {
            words.Add(Say($"Van {obtained.WithoutDate} weet niemand wanneer de gegevens kwamen.", $"Of {obtained.WithoutDate} nobody knows when the data came."));
        }

        words.Add(obtained.IsTelling
            ? Say("Zij worden geïnformeerd, want er wordt nu over de privacyverklaring verteld.", "They are told, because people are being told of the notice now.")
            : Say("Er wordt nu niemand geïnformeerd: publiceer de privacyverklaring en begin met vertellen.", "Nobody is being told now: publish the notice and begin to tell people."));
        return
        [
            new DocumentSection(SectionId.Parse("obtained"), Say("Gegevens van iemand anders", "Data from somebody else"))
            {
                Blocks =
                [
                    new DocumentBlock.Callout([new DocumentBlock.Paragraph(string.Join(' ', words))]),
                    new DocumentBlock.Paragraph(new Inline.Link(Say("Wie, en uiterlijk wanneer (CSV)", "Who, and by when (CSV)"), new Uri("told/obtained.csv", UriKind.Relative))),
                ],
            },
        ];
    }

    private IEnumerable<DocumentBlock> People(List<ToldPerson> people, bool isAll)
    {
        if (people.Count == 0)
        {
            return [new DocumentBlock.Paragraph(Say("Dit geldt voor niemand.", "This is true of nobody."))];
        }

        var table = new DocumentBlock.Table(
            Say("Hoe het met hen staat", "How it stands with them"),
            [Say("Wie", "Who"), Say("Stand", "Status"), Say("Geïnformeerd", "Told"), Say("Bevestigd", "Confirmed"), Say("Waarom niet bereikt", "Why not reached")],
            people.Select(person => (ValueList<InlineText>)
            [
                Who(person),
                _words.Name(person.Delivery.Status),
                Once(person.Delivery.SentAt, _words.Name(person.Delivery.Channel), person.Delivery.Language),
                Once(person.Delivery.AcknowledgedAt, _words.Name(person.Delivery.Means), null),
                _words.Name(person.Delivery.Obstacle),
            ]).ToValueList());
        return isAll ? [table] : [table, new DocumentBlock.Paragraph(Say($"Dit zijn de eerste {people.Count}. Het bestand heeft ze allemaal.", $"These are the first {people.Count}. The file has all of them."))];
    }

    private string Who(ToldPerson person) => person.Subject is not { } subject
        ? Say("iemand van wie de gegevens zijn verwijderd", "somebody whose data were removed")
        : $"{_dates.Text(register.People[subject.Kind].Label)} {string.Join(" / ", subject.Key)}{(person.HasLeft ? Say(" (niet meer in het bestand)", " (no data held any more)") : "")}";

    private string Once(Instant? at, string how, Language? read) =>
        at is { } instant ? string.Join(' ', new[] { Day(instant), how, read is { } known ? $"({known})" : "" }.Where(part => part.Length > 0)) : "";

    private IEnumerable<(string Name, long Count)> Numbers(CampaignReport report) =>
    [
        (Say("Personen", "People"), report.Audience),
        (Say("Nog niet geïnformeerd", "Not told yet"), report.Queued + report.Sending),
        (Say("Geïnformeerd", "Told"), report.Sent),
        (Say("Gelezen en bevestigd", "Read and confirmed"), report.Acknowledged),
        (Say("Teruggekomen", "Came back"), report.Bounced),
        (Say("Niet bereikbaar", "Not reached"), report.Unreachable),
        (Say("Intussen weg", "Gone since"), report.Left),
    ];

    // Few enough for a narrow screen.
    private IEnumerable<(string Name, long Count)> Sums(CampaignReport report) =>
    [
        (Say("Personen", "People"), report.Audience),
        (Say("Nog niet geïnformeerd", "Not told yet"), report.Queued + report.Sending),
        (Say("Geïnformeerd", "Told"), report.Sent + report.Acknowledged),
        (Say("Niet bereikt", "Not reached"), report.Bounced + report.Unreachable),
    ];

    private string AudienceOf(NoticeVersion version) => version.Audience is NoticeAudience.Own own ? _dates.Text(register.People[own.People].Label) : Say("iedereen", "everybody");

    private string Day(Instant instant) => _dates.Date(instant.InZone(register.Controller.TimeZone).Date);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(string nl, string en) => language == Language.Dutch ? nl : en;
}
