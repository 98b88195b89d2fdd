using GdprKit.Ledger;

namespace GdprKit.Consent;

/// <summary>Compares what people agreed to with the register of today; each agreement once, however many people share it.</summary>
internal sealed class AgreementJudge(ProcessingRegister register, ILedgerStore store)
{
    private readonly Dictionary<(ConsentTopic Topic, Digest? Agreement), AgreementVerdict> _known = [];

    public async ValueTask<AgreementVerdict> JudgeAsync(ConsentTopic topic, Digest? agreement, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue((topic, agreement), out var verdict))
        {
            verdict = await ReadAsync(topic, agreement, cancellationToken).ConfigureAwait(false);
            _known.Add((topic, agreement), verdict);
        }

        return verdict;
    }

    /// <summary>What people agreed to; <see langword="null"/> when a newer program wrote it, whose registers hold what this one does not know.</summary>
    public static ProcessingRegister? Read(LedgerContent content)
    {
        try
        {
            return ProcessingRegister.FromJson(content.Bytes.AsSpan());
        }
        catch (InvalidRegisterException)
        {
            return null;
        }
    }

    private async ValueTask<AgreementVerdict> ReadAsync(ConsentTopic topic, Digest? agreement, CancellationToken cancellationToken)
    {
        if (!register.Activities.TryGet(topic.Activity, out var activity) || !activity.AsksConsent || (topic.Channel is { } channel && !activity.Marketing.Contains(channel)))
        {
            return new AgreementVerdict(ConsentEndReason.ActivityEnded, []);
        }

        var now = register.Only(activity.Key);
        if (now.Hash == agreement)
        {
            return AgreementVerdict.Unchanged;
        }

        if (agreement is not { } digest || await store.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false) is not { } content)
        {
            return AgreementVerdict.Unreadable;
        }

        if (Read(content) is not { } agreed)
        {
            return AgreementVerdict.Unreadable;
        }

        var changes = AlteredAgreement.Between(agreed, now, topic);
        return changes.IsEmpty ? AgreementVerdict.Unchanged : new AgreementVerdict(ConsentEndReason.ActivityChanged, changes);
    }
}
