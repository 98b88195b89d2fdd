using System.Runtime.CompilerServices;
using GdprKit.Documents;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using GdprKit.Subjects;
using NodaTime;
using NodaTime.Text;

namespace GdprKit;

/// <summary>
/// Who must be told of the notice within a month, because their data come from somebody else (Art. 14(3)(a)): the maps say of which rows
/// (<c>ObtainedFrom</c>) and since when (<c>Arrived</c>). Who was told of any version, or said to have read one, is not among them.
/// </summary>
/// <remarks>
/// While a campaign runs they are told by it as newcomers; where none was started, or it was stopped, nobody tells them, and that is what this is for. It
/// reads all rows with a source; memory does not grow with their number. Of the life of its store, and as safe for use by several threads as that is.
/// </remarks>
public sealed class ObtainedPeople
{
    private const int PeopleAtOnce = 1_000;

    private static readonly ValueList<StreamStatus> Told = [.. NoticeDelivery.StatusesOf(NoticeDeliveryStatus.Sent), .. NoticeDelivery.StatusesOf(NoticeDeliveryStatus.Acknowledged)];

    private readonly ProcessingRegister _register;
    private readonly ObtainedRows _rows;
    private readonly NoticeVersions _versions;
    private readonly NoticeCampaigns _campaigns;
    private readonly ILedgerStore _store;
    private readonly ISubjectDirectory _subjects;
    private readonly IClock _clock;

    /// <summary>Makes the service.</summary>
    /// <param name="register">Declares who is told by which notice, and where the controller is.</param>
    /// <param name="map">Says which rows come from somebody else.</param>
    /// <param name="stores">Where those rows are.</param>
    /// <param name="versions">The published versions.</param>
    /// <param name="campaigns">Says whether people are being told.</param>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="subjects">Who is who.</param>
    /// <param name="clock">Says which day it is.</param>
    public ObtainedPeople(
        ProcessingRegister register,
        PersonalDataMap map,
        IEnumerable<IPersonalDataStore> stores,
        NoticeVersions versions,
        NoticeCampaigns campaigns,
        ILedgerStore store,
        ISubjectDirectory subjects,
        IClock clock)
    {
        ArgumentNullException.ThrowIfNull(register);
        (_register, _versions, _campaigns, _store, _subjects, _clock) = (register, versions, campaigns, store, subjects, clock);
        _rows = new ObtainedRows(map, stores, register.Controller.TimeZone);
    }

    /// <summary>Reads who is still to be told.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public async IAsyncEnumerable<ObtainedPerson> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var published = await PublishedAsync(cancellationToken).ConfigureAwait(false);
        var atOnce = Math.Min(PeopleAtOnce, LedgerLimits.ItemsAtOnce / published.Values.Select(versions => versions.Count).Append(1).Max());
        await foreach (var some in _rows.ReadAsync(cancellationToken).Chunk(Math.Max(1, atOnce)).ConfigureAwait(false))
        {
            var told = await ToldAsync(some, published, cancellationToken).ConfigureAwait(false);
            foreach (var person in some.Where(person => !told.Contains(person.Subject)))
            {
                yield return person;
            }
        }
    }

    /// <summary>Counts who is still to be told, and who should have been.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<ObtainedReport> ReportAsync(CancellationToken cancellationToken = default)
    {
        var today = _clock.GetCurrentInstant().InZone(_register.Controller.TimeZone).Date;
        var report = new ObtainedReport
        {
            Today = today,
            Untold = 0,
            Overdue = 0,
            WithoutDate = 0,
            IsTelling = !(await _campaigns.FindRunningAsync(cancellationToken).ConfigureAwait(false)).IsEmpty,
        };
        await foreach (var person in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            report = report with
            {
                Untold = report.Untold + 1,
                Overdue = report.Overdue + (person.IsOverdue(today) ? 1 : 0),
                WithoutDate = report.WithoutDate + (person.ObtainedOn is null ? 1 : 0),
                NextDueOn = person.DueOn is { } due && due >= today && !(report.NextDueOn <= due) ? due : report.NextDueOn,
            };
        }

        return report;
    }

    /// <summary>Writes who is still to be told as comma-separated values (RFC 4180), a line for each; no cell is a formula.</summary>
    /// <param name="output">Where it goes, piece by piece.</param>
    /// <param name="language">The language of the headings: Dutch, or else English.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public ValueTask WriteCsvAsync(Stream output, Language language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = DeliveryWording.In(language);
        string[] headers = [words.Say("Soort", "Kind"), words.Say("Nummer", "Number"), words.Say("Verkregen op", "Obtained on"), words.Say("Uiterlijk informeren op", "To be told by")];
        return CsvStreaming.WriteAsync(output, headers, ReadAsync(cancellationToken).Select(Row), cancellationToken);

        static ValueList<string> Row(ObtainedPerson person) => [person.Subject.Kind.ToString(), string.Join(" / ", person.Subject.Key), Day(person.ObtainedOn), Day(person.DueOn)];

        static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";
    }

    // By kind of people, the versions of the notice that is for them.
    private async ValueTask<Dictionary<Key<SubjectKind>, ValueList<Digest>>> PublishedAsync(CancellationToken cancellationToken)
    {
        var published = new Dictionary<Key<SubjectKind>, ValueList<Digest>>();
        foreach (var audience in NoticeAudience.AllOf(_register))
        {
            var versions = await _versions.ListAsync(audience, cancellationToken).ConfigureAwait(false);
            foreach (var kind in audience.KindsIn(_register))
            {
                published[kind] = versions.Select(version => version.TellsOf).Distinct().ToValueList();
            }
        }

        return published;
    }

    private async ValueTask<HashSet<SubjectId>> ToldAsync(ObtainedPerson[] people, Dictionary<Key<SubjectKind>, ValueList<Digest>> published, CancellationToken cancellationToken)
    {
        var links = await _subjects.FindBySubjectAsync(people.Select(person => person.Subject).Distinct().ToValueList(), cancellationToken).ConfigureAwait(false);
        var streams = links.SelectMany(link => published.GetValueOrDefault(link.Subject.Kind, []).Select(version => NoticeDelivery.StreamOf(link.Ref, version))).ToValueList();
        var heads = await _store.FindHeadsAsync(streams, cancellationToken).ConfigureAwait(false);
        var told = heads.Where(head => Told.Contains(head.Index.Status)).Select(head => head.Stream.Subject).ToHashSet();
        return links.Where(link => told.Contains(link.Ref)).Select(link => link.Subject).ToHashSet();
    }
}
