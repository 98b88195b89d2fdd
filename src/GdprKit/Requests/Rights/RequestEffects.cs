using GdprKit.Decisions;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>What a step about a request does besides, in the same append: to the objection or the restriction that it is about.</summary>
internal static class RequestEffects
{
    /// <summary>Moves the objection that a request is; where it was moved elsewhere meanwhile, it stays there.</summary>
    /// <param name="request">Whose it is, and against what.</param>
    /// <param name="to">Where to.</param>
    /// <param name="at">When the person objected, or took it back.</param>
    /// <param name="grounds">Why it is overridden; <see langword="null"/> for anything else.</param>
    /// <param name="applies">Asked after the decision about the request, of which it is a part.</param>
    public static StreamChange? OnObjection(RequestPlace request, ObjectionStatus to, Instant at, string? grounds, Func<bool> applies)
    {
        if (request.Kind is not RightsRequestKind.Objection || request.Subject.IsNone)
        {
            return null;
        }

        var stream = request.Activity is { } activity ? Objection.StreamOf(request.Subject, activity) : Objection.StreamOfMarketing(request.Subject);
        var draft = ObjectionEntries.To(to).Draft(new ObjectionStep(at)) with { Details = grounds is null ? null : EntryDetails.Of(("grounds", grounds)) };
        var isOfMarketing = Objection.IsOfMarketing(stream.Key);
        return StreamChange.To<Objection>(stream, request.Person, objection => applies() && ObjectionTransitions.Allow(objection.Status, to, isOfMarketing) ? [draft] : []);
    }

    /// <summary>Places the restriction that a request is.</summary>
    public static StreamChange? OnRestriction(RequestPlace request, RestrictionGround? ground, Instant at, Func<bool> applies)
    {
        if (request.Kind is not RightsRequestKind.Restriction || ground is not { } named)
        {
            return null;
        }

        var stream = request.Activity is { } activity ? Restriction.StreamOf(request.Subject, activity) : Restriction.StreamOf(request.Subject);
        var draft = RestrictionEntries.Placed.Draft(new RestrictionPlaced(named, at));
        return StreamChange.To<Restriction>(stream, request.Person, restriction => applies() && !restriction.Grounds.Contains(named) ? [draft] : []);
    }

    /// <summary>Tells the erasure that a request ordered that the person was told what was done, once every place has answered.</summary>
    /// <param name="request">Whose it is.</param>
    /// <param name="id">The id of the request, and of the order.</param>
    /// <param name="isByErasure">Whether it is said to be carried out by the order, so that there must be one.</param>
    /// <param name="step">When, and by whom.</param>
    /// <param name="applies">Asked after the decision about the request, of which it is a part.</param>
    public static StreamChange? OnErasureTold(RequestPlace request, EntryId id, bool isByErasure, ErasureStep step, Func<bool> applies) => OnErasure(request, id, order =>
        !applies() ? []
        : !order.IsUnderWay ? isByErasure && order.Status is not ErasureOrderStatus.Completed ? throw ErasureRefusals.NothingErased() : []
        : order.IsAnswered ? []
        : order.HasEveryAnswer ? [ErasureEntries.PersonTold.Draft(step)]
        : throw ErasureRefusals.NotAnsweredYet(order.Places.Count(place => !place.HasAnswered)));

    /// <summary>Ends the erasure that a request ordered, which the person took back.</summary>
    public static StreamChange? OnErasureEnded(RequestPlace request, EntryId id, ErasureStep step, Func<bool> applies) =>
        OnErasure(request, id, order => applies() && order.IsUnderWay ? [ErasureEntries.Ended.Draft(step)] : []);

    private static StreamChange? OnErasure(RequestPlace request, EntryId id, Func<ErasureOrder, ValueList<EntryDraft>> decide) =>
        request.Kind is RightsRequestKind.Erasure && !request.Subject.IsNone ? StreamChange.To(ErasureOrder.StreamOf(request.Subject, id), request.Person, decide) : null;
}
