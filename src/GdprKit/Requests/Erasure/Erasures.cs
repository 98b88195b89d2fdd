using System.Runtime.CompilerServices;
using GdprKit.Documents;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Requests;
using GdprKit.Retention;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Plans and orders that the data of a person are erased (Art. 17), and says how far that has come. <see cref="ErasureRunner"/> does it: what no law demands goes at once, field by field; what must stay
/// goes by itself on its day, without being asked for again.
/// </summary>
/// <remarks>
/// Doing again what was done is no fault and records nothing. In the host's transaction where there is one. Of the life of its streams, and as safe for use by several threads as they are.
/// </remarks>
public sealed class Erasures
{
    private readonly ErasureSurroundings _surroundings;

    internal Erasures(ErasureSurroundings surroundings) => _surroundings = surroundings;

    private DataRetention Retention => _surroundings.Retention;

    private ProcessingRegister Register => Retention.Plan.Register;

    private LocalDate Today => Retention.Today;

    /// <summary>Says what the erasure of a person would do today: what goes, what stays until when and why, and whose answer it needs. Changes nothing.</summary>
    /// <param name="person">The person; one who is unknown has no rows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <remarks>Reads every row of the person, and holds none.</remarks>
    /// <exception cref="ErasureException">GDPR1570: the register does not declare the kind of person. GDPR1579: two places have one key.</exception>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    public async ValueTask<ErasurePlan> PlanAsync(SubjectId person, CancellationToken cancellationToken = default)
    {
        RequireKnown(person);
        var scope = new ErasureScope([person], Today);
        var plan = await ErasurePlanning.ReadAsync(Retention, scope, null, cancellationToken).ConfigureAwait(false);
        return plan with { Undeclared = _surroundings.Places.Undeclared, Places = _surroundings.Places.Of(scope) };
    }

    /// <summary>
    /// Orders the erasure that a person asked for. It begins when the order is committed and lies in the mirror, where there is one. One that was ended is ordered again.
    /// </summary>
    /// <param name="request">The request, which is for erasure, the person's, and granted, wholly or in part.</param>
    /// <param name="author">Who orders it.</param>
    /// <param name="suppress">
    /// Addresses of the person to put on the suppression list, so that nobody is imported again; say so in the answer. None keeps nothing of them.
    /// </param>
    /// <param name="cancellationToken">Ends the work; afterwards it is ordered or not.</param>
    /// <returns>The order, whose id is that of the request.</returns>
    /// <exception cref="ErasureException">GDPR1571: the request is not there, not for erasure, nobody's, or not granted. GDPR1572: it has too many places. GDPR1579: two places have one key.</exception>
    /// <exception cref="KeyRingException">The keys cannot be used, by which rows are known again after a restore or addresses are suppressed.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<ErasureOrder> OrderForAsync(EntryId request, Operator author, ValueList<MarketingAddress> suppress = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var asked = await _surroundings.Requests.FindAsync(request, cancellationToken).ConfigureAwait(false) ?? throw ErasureRefusals.RequestUnfit("there is no such request");
        var person = await _surroundings.Requests.FindPersonAsync(request, cancellationToken).ConfigureAwait(false);
        return asked.Kind is not RightsRequestKind.Erasure ? throw ErasureRefusals.RequestUnfit("it is for something else")
            : person is null ? throw ErasureRefusals.RequestUnfit("nobody knows whose it is")
            : asked.Status is not (RightsRequestStatus.Accepted or RightsRequestStatus.RefusedInPart) ? throw ErasureRefusals.RequestUnfit("it was not granted")
            : await OrderAsync(person, request, request, author, suppress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Orders an erasure by which the controller does its duty without being asked, as when data were taken unlawfully (Art. 17(1)(d)).</summary>
    /// <param name="person">The person.</param>
    /// <param name="author">Who orders it.</param>
    /// <param name="id">Its id, so that a form that is sent twice makes one order; <see langword="null"/> for a new one.</param>
    /// <param name="suppress">Addresses of the person to put on the suppression list. None keeps nothing of them.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is ordered or not.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ErasureException">GDPR1570: the register does not declare the kind of person. GDPR1572: it has too many places. GDPR1579: two places have one key.</exception>
    /// <inheritdoc cref="OrderForAsync" path="/exception[@cref='T:GdprKit.Ledger.KeyRingException']"/>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<ErasureOrder> OrderAsync(SubjectId person, Operator author, EntryId? id = null, ValueList<MarketingAddress> suppress = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        RequireKnown(person);
        return OrderAsync(person, id ?? EntryId.New(_surroundings.Now), null, author, suppress, cancellationToken);
    }

    /// <summary>Records what somebody did by hand at a place, or that a recipient was told (Art. 19).</summary>
    /// <param name="order">The id of the order.</param>
    /// <param name="place">The place, which does not answer by itself.</param>
    /// <param name="author">Who did it.</param>
    /// <param name="answer">
    /// <see cref="ErasurePlaceAnswer.Done"/>; <see cref="ErasurePlaceAnswer.Waiting"/> when something must stay there for a time; of a recipient also <see cref="ErasurePlaceAnswer.Impossible"/>.
    /// </param>
    /// <param name="erasableFrom">Of what must stay: the first day on which it can go; somebody records then that it went.</param>
    /// <param name="on">On which day it was done, where the controller is; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ErasureException">
    /// GDPR1573: there is no such order. GDPR1574: it is not about the place, or the place answers by itself. GDPR1575: it cannot give this answer. GDPR1576: the order is completed or was ended.
    /// GDPR1577: the day is impossible.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<ErasureOrder> RecordAsync(
        EntryId order, ErasurePlace place, Operator author, ErasurePlaceAnswer answer = ErasurePlaceAnswer.Done, LocalDate? erasableFrom = null, LocalDate? on = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(author);
        return ChangeAsync(order, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(ErasureOrder state)
        {
            RequireUnderWay(state);
            var standing = state.Find(place) ?? throw ErasureRefusals.PlaceUnfit("the order is not about it");
            var day = on?.WithCalendar(CalendarSystem.Iso) ?? Today;
            return !standing.IsByHand ? throw ErasureRefusals.PlaceUnfit("it answers by itself")
                : day > Today || day < state.On ? throw ErasureRefusals.DayImpossible(state.On, Today)
                : !IsFit(standing, answer, erasableFrom) ? throw ErasureRefusals.AnswerUnfit()
                : standing.Answer == answer && standing.ErasableFrom == erasableFrom ? []
                : [ErasureEntries.PlaceAnswered.Draft(new ErasurePlaceAnswered(standing.Kind, standing.Key, day, answer, author.Key, 0, erasableFrom, null))];
        }
    }

    /// <summary>Ends an erasure before it is done, because the person took the request back or has come back as a customer. What went is gone; what is left follows its ordinary periods.</summary>
    /// <param name="order">Its id; one that was ended or completed stays so.</param>
    /// <param name="author">Who ends it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ErasureException">GDPR1573: there is no such order.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<ErasureOrder> EndAsync(EntryId order, Operator author, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        return ChangeAsync(order, state => state.IsUnderWay ? [ErasureEntries.Ended.Draft(new ErasureStep(Today, author.Key))] : [], cancellationToken);
    }

    /// <summary>Looks up an order.</summary>
    /// <param name="order">Its id: that of the request, where there was one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The order; <see langword="null"/> when there is none.</returns>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to it. GDPR3105 or GDPR3106: it cannot be read.</exception>
    public async ValueTask<ErasureOrder?> FindAsync(EntryId order, CancellationToken cancellationToken = default) =>
        await _surroundings.LocateAsync(order, cancellationToken).ConfigureAwait(false) is { } stream ? await LoadAsync(stream, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Reads the erasures that are under way, page after page, in no particular order.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to one. GDPR3105 or GDPR3106: one cannot be read.</exception>
    public async IAsyncEnumerable<ErasureOrder> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var head in _surroundings.Streams.ReadHeadsAsync(ErasureSurroundings.UnderWay, cancellationToken).ConfigureAwait(false))
        {
            yield return (await _surroundings.Streams.LoadAsync<ErasureOrder>(head.Stream, head, cancellationToken).ConfigureAwait(false)).RequireState();
        }
    }

    /// <summary>
    /// Writes the answer to the person: what was erased and when, what stays, on which ground and until when, who was told, what is kept of it and for how long, until when backups have it, and where to
    /// complain (Art. 12(3), 12(4), 17, 19). It names the person nowhere; whoever sends it adds the address.
    /// </summary>
    /// <param name="order">The id of the order, of which every place has answered.</param>
    /// <param name="language">Dutch or English.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ErasureException">GDPR1573: there is no such order.</exception>
    /// <exception cref="RightsRequestException">GDPR1578: a place has not answered yet, so nobody knows what to say of it.</exception>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    public async ValueTask<Document> WriteLetterAsync(EntryId order, Language language, CancellationToken cancellationToken = default)
    {
        var stream = await _surroundings.LocateAsync(order, cancellationToken).ConfigureAwait(false) ?? throw ErasureRefusals.OrderUnknown();
        var state = await LoadAsync(stream, cancellationToken).ConfigureAwait(false);
        if (!state.HasEveryAnswer)
        {
            throw ErasureRefusals.NotAnsweredYet(state.Places.Count(place => !place.HasAnswered));
        }

        var person = await _surroundings.Subjects.FindByRefAsync([stream.Subject], cancellationToken).ConfigureAwait(false) is [var link, ..] ? link.Subject : null;
        var rest = person is null ? null : await PlanAsync(person, cancellationToken).ConfigureAwait(false);
        var request = state.IsRequested ? await _surroundings.Requests.FindAsync(order, cancellationToken).ConfigureAwait(false) : null;
        var backups = await _surroundings.Backups.ForecastAsync(state.ErasedOn, cancellationToken: cancellationToken).ConfigureAwait(false);
        return new ErasureLetter(Register, state, rest, request?.ReceivedOn, Retention.Map.ManualStores, backups, language).Write();
    }

    /// <summary>
    /// Lists who was told an earlier day than is right now, because backups are kept longer since (<see cref="BackupSets.DelayAsync"/>): tell them the later one, unless it has passed.
    /// </summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>The erasures, each with the day that was said and the one that is right.</returns>
    public async IAsyncEnumerable<ErasureToldEarlier> ListToldEarlierAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sets = await _surroundings.Backups.LoadAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var head in _surroundings.Streams.ReadHeadsAsync(HeadFilter.Of(ErasureOrder.Fold.Kind), cancellationToken).ConfigureAwait(false))
        {
            if ((await _surroundings.Streams.LoadAsync<ErasureOrder>(head.Stream, head, cancellationToken).ConfigureAwait(false)).State is { ToldAt: { } told } order
                && _surroundings.Backups.ForecastOf(sets, order.ErasedOn, told).GoneBy is { } said
                && _surroundings.Backups.ForecastOf(sets, order.ErasedOn, null).GoneBy is { } right
                && right > said && right >= Today)
            {
                yield return new ErasureToldEarlier(order.Id, said, right);
            }
        }
    }

    private static bool IsFit(ErasurePlaceState place, ErasurePlaceAnswer answer, LocalDate? erasableFrom) => answer switch
    {
        ErasurePlaceAnswer.Done => erasableFrom is null,
        ErasurePlaceAnswer.Waiting => place.Kind is not (ErasurePlaceKind.Recipient or ErasurePlaceKind.Undeclared) && erasableFrom is not null,
        ErasurePlaceAnswer.Impossible => place.Kind is ErasurePlaceKind.Recipient && erasableFrom is null,
        _ => false,
    };

    private static void RequireUnderWay(ErasureOrder state)
    {
        if (!state.IsUnderWay)
        {
            throw ErasureRefusals.Over();
        }
    }

    private void RequireKnown(SubjectId person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!Register.People.Contains(person.Kind))
        {
            throw ErasureRefusals.PersonUnknown(person.Kind);
        }
    }

    private async ValueTask<ErasureOrder> OrderAsync(
        SubjectId person, EntryId order, EntryId? request, Operator author, ValueList<MarketingAddress> suppress, CancellationToken cancellationToken)
    {
        var places = _surroundings.Places.Of(new ErasureScope([person], Today));
        if (places.Count > ErasureOrder.MostPlaces)
        {
            throw ErasureRefusals.TooManyPlaces();
        }

        // Nothing leads from it to the person any more; whoever is there now is somebody new, whom it is not about.
        if (await FindAsync(order, cancellationToken).ConfigureAwait(false) is { Status: ErasureOrderStatus.Completed } done)
        {
            return done;
        }

        // Before the order, so that what is killed between the two is ordered again, and then is complete.
        if (!suppress.IsEmpty)
        {
            await _surroundings.Suppression.AddAsync(suppress, SuppressionCause.Erasure, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        var states = places.Select(place => new ErasurePlaceState { Kind = place.Kind, Key = place.Key, IsByHand = !place.IsAutomatic }).ToValueList();
        var tag = _surroundings.Tags is { } tags ? (MatchTag?)(await tags.MakeAsync([person], cancellationToken).ConfigureAwait(false))[0] : null;
        var arrived = await FindArrivalAsync(person, cancellationToken).ConfigureAwait(false);
        var subject = await _surroundings.Subjects.LinkOneAsync(person, _surroundings.Now, cancellationToken).ConfigureAwait(false);
        var facts = new ErasureOrdered(Today, author.Key, person.Kind, request, states, tag, arrived, !suppress.IsEmpty);
        var stream = ErasureOrder.StreamOf(subject, order);
        await _surroundings.Streams.AppendAsync<ErasureOrder>(
            stream, person, state => state.Status is ErasureOrderStatus.Unknown or ErasureOrderStatus.Ended ? [ErasureEntries.Ordered.Draft(facts)] : [], cancellationToken).ConfigureAwait(false);
        return await LoadAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    // Two rows under one key that arrived at one moment are one row.
    internal async ValueTask<Digest?> FindArrivalAsync(SubjectId person, CancellationToken cancellationToken)
    {
        foreach (var entity in Retention.EntitiesOf(person.Kind))
        {
            var own = entity.Entity.Owners.FirstOrDefault(owner => owner.Kind == person.Kind && owner.Steps.IsEmpty);
            if (own is null || entity.Entity.Arrived is not { } arrived)
            {
                continue;
            }

            var request = new RowRequest { Where = new RowCondition.BelongsTo(person, own), Times = [arrived], Limit = 1 };
            await foreach (var row in StoreAnswers.ReadAsync(entity, Retention.Store(entity.Store).ReadAsync(entity.Entity, request, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                return ErasureArrival.Of(row.Times[0]);
            }
        }

        return null;
    }

    private async ValueTask<ErasureOrder> ChangeAsync(EntryId order, Func<ErasureOrder, ValueList<EntryDraft>> decide, CancellationToken cancellationToken)
    {
        var stream = await _surroundings.LocateAsync(order, cancellationToken).ConfigureAwait(false) ?? throw ErasureRefusals.OrderUnknown();
        await _surroundings.Streams.AppendAsync<ErasureOrder>(stream, null, decide, cancellationToken).ConfigureAwait(false);
        return await LoadAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ErasureOrder> LoadAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await _surroundings.Streams.LoadAsync<ErasureOrder>(stream, cancellationToken).ConfigureAwait(false)).RequireState();
}
