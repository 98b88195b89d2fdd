using NodaTime;

namespace GdprKit.Consent;

/// <summary>The times in which a consent stood, after what happened to it.</summary>
internal static class ConsentSpans
{
    private const int Most = 50;

    /// <summary>Who agrees again before the end goes on; who does so after it begins anew.</summary>
    /// <param name="state">The consent before it.</param>
    /// <param name="at">When the person agreed.</param>
    /// <param name="confirm">The channels over which that is to be confirmed.</param>
    /// <param name="proofs">What is confirmed of them by then.</param>
    public static ValueList<ConsentSpan> Opened(ConsentRecord state, Instant at, ValueList<MarketingChannel> confirm, ValueList<ConsentProof> proofs)
    {
        var before = state.Until is { } until && until <= at ? Closed(state, until) : state.Spans;
        return before is [.., { To: null } open]
            ? With(before, open with { ConfirmOver = open.ConfirmOver.Union(confirm).Order().ToValueList() })
            : before.Append(new ConsentSpan(at) { ConfirmOver = confirm, Proofs = proofs }).TakeLast(Most).ToValueList();
    }

    /// <summary>A span that expired ended when it did, whenever it was taken back; and none ends before it began.</summary>
    public static ValueList<ConsentSpan> Closed(ConsentRecord state, Instant at)
    {
        if (state.Spans is not [.., { To: null } open])
        {
            return state.Spans;
        }

        var end = state.Until is { } until ? Instant.Min(until, at) : at;
        return With(state.Spans, open with { To = Instant.Max(end, open.From) });
    }

    /// <summary>What the register ended stood until then; what was never freely given, or by somebody else, never did.</summary>
    public static ValueList<ConsentSpan> Invalidated(ConsentRecord state, EndFacts facts) =>
        facts.Reason is ConsentEndReason.ActivityChanged or ConsentEndReason.ActivityEnded || state.Spans is not [.., { To: null }]
            ? Closed(state, facts.At)
            : [.. state.Spans.AsSpan()[..^1]];

    /// <summary>An address that is confirmed from a moment on.</summary>
    public static ValueList<ConsentSpan> Proven(ConsentRecord state, MarketingChannel channel, Instant at) => state.Spans is [.., { To: null } open]
        ? With(state.Spans, open with { Proofs = open.Proofs.Append(new ConsentProof(channel, at)).TakeLast(Most).ToValueList() })
        : state.Spans;

    /// <summary>Addresses that are confirmed no more from a moment on, whatever they were before.</summary>
    public static ValueList<ConsentSpan> Unproven(ConsentRecord state, Instant at, Func<MarketingChannel, bool> isOver) => state.Spans is [.., { To: null } open]
        ? With(state.Spans, open with { Proofs = open.Proofs.Select(proof => proof.To is null && isOver(proof.Channel) ? proof with { To = Instant.Max(at, proof.From) } : proof).ToValueList() })
        : state.Spans;

    /// <summary>The moment of what happens now to an address: a clock that was set back puts it before nothing that happened.</summary>
    public static Instant NoEarlier(ConsentRecord state, Instant now)
    {
        var known = Instant.Max(now, state.Since);
        return state.Spans is [.., { Proofs: [.., var last] }] ? Instant.Max(known, last.To ?? last.From) : known;
    }

    private static ValueList<ConsentSpan> With(ValueList<ConsentSpan> spans, ConsentSpan last) => [.. spans.AsSpan()[..^1], last];
}
