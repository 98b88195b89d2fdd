using System.Runtime.CompilerServices;
using System.Text;
using GdprKit.Ledger;
using GdprKit.Retention;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Places holds, which keep data from going although their time has come, and prolongs and lifts them (Art. 17(3)). What waited goes in the next
/// run after the last hold on it was lifted.
/// </summary>
/// <remarks>
/// A hold whose review date has passed stands on, and is listed as overdue: who does not know whether data may go keeps them. Doing again what was done is no fault
/// and records nothing. In the host's transaction where there is one. Of the life of its streams, and as safe for use by several threads as they are.
/// </remarks>
/// <param name="register">Declares the kinds of people and the categories, and where the controller is.</param>
/// <param name="map">Says which entities there are.</param>
/// <param name="streams">The streams.</param>
/// <param name="store">Where the ledger is kept.</param>
/// <param name="subjects">Who is who; a person who has no link gets one.</param>
/// <param name="clock">The clock.</param>
public sealed class LegalHolds(ProcessingRegister register, PersonalDataMap map, LedgerStreams streams, ILedgerStore store, ISubjectDirectory subjects, IClock clock)
{
    /// <summary>How long a case or a reason can be: 200 characters.</summary>
    public const int LongestText = 200;

    private const int LongestMonths = 12;

    private readonly HoldScopes _scopes = new(register, map, subjects);

    /// <summary>The queries of the map on which a hold can be placed, ordered by their stores, entities and keys. What is derived from an entity is meant with it and not listed apart.</summary>
    public ValueList<HoldableQuery> Queries => _scopes.Queries;

    private DateTimeZone Zone => register.Controller.TimeZone;

    private LocalDate Today => clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>Places a hold. Several stand on one scope, each by itself.</summary>
    /// <param name="scope">What it keeps from going.</param>
    /// <param name="ground">On which ground.</param>
    /// <param name="author">Who places it.</param>
    /// <param name="matter">The case, in free words, at most 200 characters. It is kept apart from the facts and can be forgotten.</param>
    /// <param name="reviewOn">On which day at the latest it is reviewed: from today up to 12 months ahead, where the controller is.</param>
    /// <param name="id">Its id, so that a form that is sent twice places one hold; <see langword="null"/> for a new one.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The id of the hold.</returns>
    /// <exception cref="ArgumentException">
    /// GDPR1600: the register or the map does not know the scope. GDPR1601: the ground is none of Art. 17(3). GDPR1605 or GDPR1606: the case is missing, or too long. GDPR1607 or GDPR1608: the
    /// review date has passed, or is more than 12 months ahead. GDPR1609: the id is that of nothing.
    /// </exception>
    /// <exception cref="InvalidOperationException">GDPR1610: 100 holds stand on the scope.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<EntryId> PlaceAsync(
        HoldScope scope, HoldGround ground, Operator author, string matter, LocalDate reviewOn, EntryId? id = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(author);
        _scopes.RequireKnown(scope);
        if (ground is HoldGround.Unspecified || !Enum.IsDefined(ground))
        {
            throw HoldRefusals.GroundUnknown();
        }

        var details = EntryDetails.Of((HoldEntries.Matter, RequireText(matter, "case")));
        var review = RequireReview(reviewOn);
        var placed = new HoldPlaced(ground, author.Key, review, EndOf(review));
        var hold = id is { IsDefault: true } ? throw HoldRefusals.HoldUnknown() : id ?? EntryId.New(clock.GetCurrentInstant());
        var draft = HoldEntries.Placed.Draft(placed) with { Id = hold, Details = details };
        await streams.AppendAsync<LegalHold>(await LinkAsync(scope, cancellationToken).ConfigureAwait(false), SubjectOf(scope), Decide, cancellationToken).ConfigureAwait(false);
        return hold;

        // One that stands is drafted again all the same: the ledger leaves it out, or refuses another one under the same id.
        ValueList<EntryDraft> Decide(LegalHold state) => state.Holds.Count < LegalHold.MostHolds || state.Find(hold) is not null ? [draft] : throw HoldRefusals.TooManyHolds();
    }

    /// <summary>Records that a hold was reviewed, and is still needed until another day.</summary>
    /// <param name="scope">What it is on.</param>
    /// <param name="hold">Its id.</param>
    /// <param name="reviewOn">On which day at the latest it is reviewed again: from today up to 12 months ahead, where the controller is.</param>
    /// <param name="author">Who reviewed it.</param>
    /// <param name="reason">Why it is still needed, in free words, at most 200 characters. It is kept apart from the facts and can be forgotten.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The holds on the scope.</returns>
    /// <exception cref="ArgumentException">
    /// GDPR1605 or GDPR1606: the reason is missing, or too long. GDPR1607 or GDPR1608: the review date has passed, or is more than 12 months ahead. GDPR1609: no such hold stands on the scope.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<LegalHold> ProlongAsync(
        HoldScope scope, EntryId hold, LocalDate reviewOn, Operator author, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var details = EntryDetails.Of((HoldEntries.Reason, RequireText(reason, "reason")));
        var review = RequireReview(reviewOn);
        var draft = HoldEntries.Prolonged.Draft(new HoldProlonged(hold, author.Key, review, EndOf(review))) with { Details = details };
        return await ChangeAsync(scope, Decide, cancellationToken).ConfigureAwait(false);

        ValueList<EntryDraft> Decide(LegalHold state) =>
            state.Find(hold) is not { } standing ? throw HoldRefusals.HoldUnknown()
            : standing.ReviewOn == review ? []
            : [draft];
    }

    /// <summary>Lifts a hold. The others on the scope stand on; when none does, what waited goes in the next run.</summary>
    /// <param name="scope">What it is on.</param>
    /// <param name="hold">Its id; one that was lifted before stays lifted.</param>
    /// <param name="author">Who lifts it.</param>
    /// <param name="reason">Why it is not needed any more, in free words, at most 200 characters. It is kept apart from the facts and can be forgotten.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The holds on the scope.</returns>
    /// <exception cref="ArgumentException">GDPR1605 or GDPR1606: the reason is missing, or too long. GDPR1609: no such hold was placed on the scope.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<LegalHold> LiftAsync(HoldScope scope, EntryId hold, Operator author, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var details = EntryDetails.Of((HoldEntries.Reason, RequireText(reason, "reason")));
        var draft = HoldEntries.Lifted.Draft(new HoldLifted(hold, author.Key)) with { Details = details };
        var stood = false;
        var state = await ChangeAsync(scope, Decide, cancellationToken).ConfigureAwait(false);
        return stood || await FindPlacedAsync(scope, hold, cancellationToken).ConfigureAwait(false) is not null ? state : throw HoldRefusals.HoldUnknown();

        ValueList<EntryDraft> Decide(LegalHold current)
        {
            stood = current.Find(hold) is not null;
            return stood ? [draft] : [];
        }
    }

    /// <summary>Looks up the holds on one scope. A hold on a category, an entity or a query is found there, and not with the people whom it protects.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The holds; <see langword="null"/> when there never was one.</returns>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote it, so something may stand. GDPR3105 or GDPR3106: it cannot be read.</exception>
    public async ValueTask<LegalHold?> FindAsync(HoldScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return await _scopes.FindStreamAsync(scope, cancellationToken).ConfigureAwait(false) is { } stream
            && (await streams.LoadAsync<LegalHold>(stream, cancellationToken).ConfigureAwait(false)).RequireState() is { Status: not HoldStatus.Unknown } holds
                ? holds
                : null;
    }

    /// <summary>Looks up what a hold is about, also of one that was lifted.</summary>
    /// <param name="scope">What it is on.</param>
    /// <param name="hold">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case in free words; <see langword="null"/> when it was forgotten, or there never was such a hold.</returns>
    public async ValueTask<string?> FindMatterAsync(HoldScope scope, EntryId hold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return (await FindPlacedAsync(scope, hold, cancellationToken).ConfigureAwait(false))?.Details?[HoldEntries.Matter];
    }

    /// <summary>Reads the holds that stand, on whatever, page after page; nothing stays open between pages, so others can place and lift meanwhile.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote one. GDPR3105 or GDPR3106: one cannot be read.</exception>
    public IAsyncEnumerable<ListedHold> ListAsync(CancellationToken cancellationToken = default) => ReadAsync(Standing, onlyOverdue: false, cancellationToken);

    /// <summary>Reads the holds whose review date has passed, page after page. They stand on.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public IAsyncEnumerable<ListedHold> ListOverdueAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(Standing with { DueBefore = clock.GetCurrentInstant() + LedgerTime.Step }, onlyOverdue: true, cancellationToken);

    /// <summary>Counts the holds that stand, and those whose review date has passed.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async ValueTask<HoldReport> ReportAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var report = new HoldReport { Today = Today, Standing = 0, Overdue = 0 };
        await foreach (var head in streams.ReadHeadsAsync(Standing, cancellationToken).ConfigureAwait(false))
        {
            var holds = (await streams.LoadAsync<LegalHold>(head.Stream, head, cancellationToken).ConfigureAwait(false)).RequireState().Holds;
            var days = holds.Where(hold => !hold.IsOverdueAt(now)).Select(hold => hold.ReviewOn).Concat(report.NextReviewOn is { } next ? [next] : []).ToList();
            report = report with
            {
                Standing = report.Standing + holds.Count,
                Overdue = report.Overdue + holds.Count(hold => hold.IsOverdueAt(now)),
                NextReviewOn = days.Count > 0 ? days.Min() : null,
            };
        }

        return report;
    }

    private static HeadFilter Standing => HeadFilter.Of(LegalHold.Fold.Kind) with { Statuses = [StreamStatus.Of(HoldStatus.Placed)] };

    private static SubjectId? SubjectOf(HoldScope scope) => (scope as HoldScope.Person)?.Subject;

    private static string RequireText(string? text, string name)
    {
        var said = text?.Trim();
        return string.IsNullOrEmpty(said) ? throw HoldRefusals.TextMissing(name)
            : said.Length > LongestText || said.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Rune.IsControl(rune)) ? throw HoldRefusals.TextUnfit(name, LongestText)
            : said;
    }

    private LocalDate RequireReview(LocalDate reviewOn)
    {
        var (today, review) = (Today, reviewOn.WithCalendar(CalendarSystem.Iso));
        var last = today.PlusMonths(LongestMonths);
        return review < today ? throw HoldRefusals.ReviewPast(today)
            : review > last ? throw HoldRefusals.ReviewTooFar(last)
            : review;
    }

    private Instant EndOf(LocalDate day) => Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();

    private async ValueTask<StreamId> LinkAsync(HoldScope scope, CancellationToken cancellationToken) => scope is HoldScope.Person { Subject: var subject }
        ? LegalHold.StreamOf(await subjects.LinkOneAsync(subject, LedgerTime.Floor(clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false))
        : (await _scopes.FindStreamAsync(scope, cancellationToken).ConfigureAwait(false))!.Value;

    private async ValueTask<LegalHold> ChangeAsync(HoldScope scope, Func<LegalHold, ValueList<EntryDraft>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var stream = await _scopes.FindStreamAsync(scope, cancellationToken).ConfigureAwait(false) ?? throw HoldRefusals.HoldUnknown();
        return (await streams.AppendAsync(stream, SubjectOf(scope), decide, cancellationToken).ConfigureAwait(false)).State!;
    }

    private async ValueTask<LedgerEntry?> FindPlacedAsync(HoldScope scope, EntryId hold, CancellationToken cancellationToken)
    {
        if (await _scopes.FindStreamAsync(scope, cancellationToken).ConfigureAwait(false) is { } stream)
        {
            await foreach (var entry in store.ReadStreamAsync(stream, 0, cancellationToken).ConfigureAwait(false))
            {
                if (entry.Id == hold && entry.Type == HoldEntries.Placed.Type)
                {
                    return entry;
                }
            }
        }

        return null;
    }

    private async IAsyncEnumerable<ListedHold> ReadAsync(HeadFilter where, bool onlyOverdue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await foreach (var heads in streams.ReadHeadsAsync(where, cancellationToken).Chunk(LedgerLimits.HeadsPerPage).ConfigureAwait(false))
        {
            var scopes = await _scopes.NameAsync(heads.Select(head => head.Stream), cancellationToken).ConfigureAwait(false);
            foreach (var (head, scope) in heads.Zip(scopes))
            {
                var state = (await streams.LoadAsync<LegalHold>(head.Stream, head, cancellationToken).ConfigureAwait(false)).RequireState();
                foreach (var hold in state.Holds.Where(hold => !onlyOverdue || hold.IsOverdueAt(now)))
                {
                    yield return new ListedHold(scope, hold, hold.IsOverdueAt(now)) { Label = _scopes.LabelOf(scope) };
                }
            }
        }
    }
}
