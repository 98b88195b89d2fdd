using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

/// <summary>What can be done about requests, as lists and tables: three of them, two people, and what is in force for these. It knows nothing of folds, heads and streams.</summary>
internal sealed class RightsRequestModel
{
    private static readonly WorkingDays Days = new(PublicHolidays.Netherlands);

    public enum Act
    {
        Receive,
        Assign,
        AskClarification,
        Clarify,
        AskIdentity,
        ConfirmIdentity,
        Accept,
        RefuseInPart,
        Refuse,
        Extend,
        Fulfil,
        Withdraw,
        Reopen,
        Merge,
    }

    public Slot?[] Slots { get; } = new Slot?[3];

    /// <summary>By person and what is objected to, which is nothing in particular for all marketing.</summary>
    public Dictionary<(int Person, Key<ProcessingActivity>? Activity), ObjectionStatus> Objections { get; } = [];

    public HashSet<(int Person, Key<ProcessingActivity>? Activity)> Restrictions { get; } = [];

    public LocalDate Today { get; set; }

    /// <summary>Does it, and says which refusal it meets.</summary>
    public string? Do(Act act, int slot, int form)
    {
        if (act is Act.Receive)
        {
            Receive(slot, form);
            return null;
        }

        if (Slots[slot] is not { } request)
        {
            return "GDPR1513";
        }

        return act switch
        {
            Act.Assign => Assign(request, Person(form) is 0 ? 1 : Person(form)),
            Act.AskClarification => request.Status switch
            {
                RightsRequestStatus.ClarificationAsked => null,
                RightsRequestStatus.Received => Ask(request, RightsRequestStatus.ClarificationAsked),
                _ => "GDPR1515",
            },
            Act.Clarify => request.Status is RightsRequestStatus.ClarificationAsked ? Answer(request, () => request.IsClarified = true)
                : request is { Status: RightsRequestStatus.Received, IsClarified: true } ? null : "GDPR1515",
            Act.AskIdentity => request.IsMarketing || request.From is not RightsRequestOrigin.Unknown || request.IsConfirmed ? "GDPR1516" : request.Status switch
            {
                RightsRequestStatus.IdentityAsked => null,
                RightsRequestStatus.Received => Ask(request, RightsRequestStatus.IdentityAsked),
                _ => "GDPR1515",
            },
            Act.ConfirmIdentity => request.Status is RightsRequestStatus.IdentityAsked ? Answer(request, () => request.IsConfirmed = true)
                : request is { Status: RightsRequestStatus.Received, IsConfirmed: true } ? null : "GDPR1515",
            Act.Accept => Accept(request),
            Act.RefuseInPart => Refuse(request, Ground(form), inPart: true),
            Act.Refuse => Refuse(request, Ground(form), inPart: false),
            Act.Extend => Extend(request),
            Act.Fulfil => request.Status is RightsRequestStatus.Fulfilled ? null : request.Status is RightsRequestStatus.Accepted or RightsRequestStatus.RefusedInPart
                ? request.To(RightsRequestStatus.Fulfilled) : "GDPR1515",
            Act.Withdraw => Withdraw(request),
            Act.Reopen => Reopen(request),
            _ => Merge(request, slot, form % 3),
        };
    }

    public static int Person(int form) => form % 3;

    public static RightsRequestGround Ground(int form) => (form % 4) switch
    {
        0 => RightsRequestGround.Excessive,
        1 => RightsRequestGround.ConditionsNotMet,
        2 => RightsRequestGround.RightsOfOthers,
        _ => RightsRequestGround.LegalClaims,
    };

    public static (RightsRequestKind Kind, Key<ProcessingActivity>? Activity) What(int form) => (form % 9) switch
    {
        0 => (RightsRequestKind.Access, null),
        1 => (RightsRequestKind.Rectification, null),
        2 => (RightsRequestKind.Erasure, null),
        3 => (RightsRequestKind.Restriction, null),
        4 => (RightsRequestKind.Restriction, Orders),
        5 => (RightsRequestKind.Portability, null),
        6 => (RightsRequestKind.Objection, null),
        7 => (RightsRequestKind.Objection, Claims),
        _ => (RightsRequestKind.Objection, Orders),
    };

    public static RightsRequestOrigin From(int form) => form % 4 is 0 ? RightsRequestOrigin.KnownAddress : RightsRequestOrigin.Unknown;

    private void Receive(int slot, int form)
    {
        if (Slots[slot] is not null)
        {
            return;
        }

        var (kind, activity) = What(form);
        var request = new Slot { Kind = kind, Activity = activity, From = From(form), Person = Person(form), ReceivedOn = Today };
        Slots[slot] = request;
        Enter(request);
    }

    private void Enter(Slot request)
    {
        if (request.Person is not 0 && request.Kind is RightsRequestKind.Objection && request.Activity != Orders)
        {
            Move(request, ObjectionStatus.Raised);
            _ = request.IsMarketing && request.To(RightsRequestStatus.Fulfilled) is null;
        }
    }

    private string? Assign(Slot request, int person)
    {
        if (request.Person is not 0)
        {
            return request.Person == person ? null : "GDPR1522";
        }

        if (!request.IsOpen)
        {
            return "GDPR1515";
        }

        request.Person = person;
        Enter(request);
        return null;
    }

    private string? Ask(Slot request, RightsRequestStatus to)
    {
        request.To(to);
        LocalDate?[] since = [request.ReceivedOn, request.ReopenedOn, .. request.Pauses.Select(pause => (LocalDate?)pause.To)];
        (request.AskedOn, request.IsStopped) = (Today, Period.DaysBetween(since.Max()!.Value, Today) <= 7);
        return null;
    }

    private string? Answer(Slot request, Action answered)
    {
        if (request.IsStopped)
        {
            request.Pauses.Add((request.AskedOn!.Value, Today));
        }

        request.To(RightsRequestStatus.Received);
        answered();
        return null;
    }

    private string? Accept(Slot request) =>
        request.Kind is RightsRequestKind.Restriction or RightsRequestKind.Objection && !request.IsMarketing && request.Person is 0 ? "GDPR1524"
        : request.Kind is RightsRequestKind.Objection && request.Activity == Orders ? "GDPR1525"
        : request.Status is RightsRequestStatus.Accepted ? null
        : request.Status is not (RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked) ? "GDPR1515"
        : Then(request.To(RightsRequestStatus.Accepted), () =>
        {
            Move(request, ObjectionStatus.Upheld);
            _ = request.Kind is RightsRequestKind.Restriction && Restrictions.Add((request.Person, request.Activity));
        });

    private string? Refuse(Slot request, RightsRequestGround ground, bool inPart)
    {
        var to = inPart ? RightsRequestStatus.RefusedInPart : RightsRequestStatus.Refused;
        var isOpenToKind = ground is RightsRequestGround.Excessive
            || (ground, request.Kind) is (RightsRequestGround.ConditionsNotMet, not RightsRequestKind.Access)
                or (RightsRequestGround.RightsOfOthers, RightsRequestKind.Access or RightsRequestKind.Portability)
                or (RightsRequestGround.LegalClaims, RightsRequestKind.Erasure or RightsRequestKind.Objection);
        return request.IsMarketing ? "GDPR1518"
            : !isOpenToKind ? "GDPR1517"
            : inPart && request.Kind is RightsRequestKind.Restriction or RightsRequestKind.Objection && inPart ? "GDPR1519"
            : request.Status == to && request.Ground == ground ? null
            : request.Status is RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked || (!inPart && request.Status is RightsRequestStatus.IdentityAsked)
                ? Then(request.To(to), () =>
                {
                    request.Ground = ground;
                    Move(request, ObjectionStatus.Overridden);
                })
            : "GDPR1515";
    }

    private string? Extend(Slot request) =>
        !request.IsOpen ? "GDPR1515"
        : request.IsExtended ? null
        : Today > Nominal(request, request.IsStopped && request.AskedOn is { } asked ? [.. request.Pauses, (asked, Today)] : request.Pauses, 1) ? "GDPR1520"
        : Then(null, () => request.IsExtended = true);

    private string? Withdraw(Slot request) =>
        request.Status is RightsRequestStatus.Withdrawn ? null
        : request.IsInForce ? "GDPR1526"
        : request.IsOpen ? Then(request.To(RightsRequestStatus.Withdrawn), () => Move(request, ObjectionStatus.Withdrawn))
        : "GDPR1515";

    private string? Reopen(Slot request) =>
        request.IsUndecided ? null
        : request.Status is RightsRequestStatus.Merged ? "GDPR1515"
        : request.IsInForce ? "GDPR1526"
        : Then(request.To(RightsRequestStatus.Received), () =>
        {
            (request.Ground, request.ReopenedOn) = (null, Today);
            if (request.Activity != Orders)
            {
                Move(request, ObjectionStatus.Raised);
            }
        });

    private string? Merge(Slot request, int slot, int into) =>
        Slots[into] is not { } target ? "GDPR1513"
        : slot == into || request.Person is 0 || request.Person != target.Person || request.Kind != target.Kind || request.Activity != target.Activity || request.ReceivedOn < target.ReceivedOn ? "GDPR1521"
        : request.Status is RightsRequestStatus.Merged && request.MergedInto == into ? null
        : !request.IsUndecided || !target.IsOpen ? "GDPR1515"
        : Then(request.To(RightsRequestStatus.Merged), () => request.MergedInto = into);

    /// <summary>The day to aim at, counted by hand: a month or three from receipt and the days that the person was asked, or from the last answer if that is sooner.</summary>
    public static LocalDate Nominal(Slot request, IReadOnlyList<(LocalDate From, LocalDate To)> pauses, int months)
    {
        var plain = request.ReceivedOn.PlusMonths(months).PlusDays(pauses.Sum(pause => Period.DaysBetween(pause.From, pause.To)));
        return pauses.Count == 0 ? plain : LocalDate.Min(plain, pauses[^1].To.PlusMonths(months));
    }

    public static LocalDate Due(Slot request)
    {
        var months = request.IsExtended ? 3 : 1;
        var paused = request.Pauses.Sum(pause => Period.DaysBetween(pause.From, pause.To));
        var stood = Days.OnOrAfter(request.ReceivedOn.PlusMonths(months).PlusDays(paused));
        return request.Pauses.Count == 0 ? stood : LocalDate.Min(stood, Days.OnOrAfter(request.Pauses[^1].To.PlusMonths(months)));
    }

    private void Move(Slot request, ObjectionStatus to)
    {
        if (request.Kind is not RightsRequestKind.Objection || request.Person is 0)
        {
            return;
        }

        var key = (request.Person, request.Activity);
        var from = Objections.GetValueOrDefault(key);
        var isFree = from is ObjectionStatus.Unknown or ObjectionStatus.Withdrawn;
        var canMove = to switch
        {
            ObjectionStatus.Raised => isFree || from is ObjectionStatus.Overridden,
            ObjectionStatus.Upheld => from is ObjectionStatus.Raised or ObjectionStatus.Overridden && request.Activity is not null,
            ObjectionStatus.Overridden => from is ObjectionStatus.Raised && request.Activity is not null,
            _ => !isFree,
        };
        if (canMove)
        {
            Objections[key] = to;
        }
    }

    private static string? Then(string? refusal, Action effect)
    {
        effect();
        return refusal;
    }

    public override string ToString() => string.Join(" | ", Slots.Select(slot => slot?.ToString() ?? "-"));

    internal sealed class Slot
    {
        public required RightsRequestKind Kind { get; init; }

        public required Key<ProcessingActivity>? Activity { get; init; }

        public required RightsRequestOrigin From { get; init; }

        public required LocalDate ReceivedOn { get; init; }

        public required int Person { get; set; }

        public RightsRequestStatus Status { get; set; } = RightsRequestStatus.Received;

        public List<(LocalDate From, LocalDate To)> Pauses { get; } = [];

        public LocalDate? AskedOn { get; set; }

        public bool IsStopped { get; set; }

        public bool IsClarified { get; set; }

        public bool IsConfirmed { get; set; }

        public bool IsExtended { get; set; }

        public LocalDate? ReopenedOn { get; set; }

        public RightsRequestGround? Ground { get; set; }

        public int? MergedInto { get; set; }

        public bool IsMarketing => Kind is RightsRequestKind.Objection && Activity is null;

        public bool IsUndecided => Status is RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked or RightsRequestStatus.IdentityAsked;

        public bool IsOpen => IsUndecided || Status is RightsRequestStatus.Accepted or RightsRequestStatus.RefusedInPart;

        public bool IsInForce => Kind is RightsRequestKind.Restriction or RightsRequestKind.Objection && Status is RightsRequestStatus.Accepted or RightsRequestStatus.Fulfilled
            && Kind is RightsRequestKind.Restriction or RightsRequestKind.Objection;

        public string? To(RightsRequestStatus status)
        {
            (Status, AskedOn, IsStopped) = (status, null, false);
            return null;
        }

        public override string ToString() => $"{Kind} of {Person} {Status}";
    }
}
