using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit;

public sealed partial class Consents
{
    // Who agreed by a text of before agreed to what it told, and not to what the register says by now. The text itself is kept, so that it can be shown.
    private async ValueTask<ShownNotice> ShownAsync(
        SubjectId subject, ConsentTopic topic, ProcessingActivity activity, Digest notice, CancellationToken cancellationToken)
    {
        if (notice == default)
        {
            throw ConsentRefusals.UnknownNotice();
        }

        if (_notices?.Find(notice) is { } offered)
        {
            var agreement = _rules.AgreementOf(activity);
            return new ShownNotice(agreement.Digest, null, _rules.Register.NeedsExplicitConsent(activity.Key)) { Content = [agreement, offered] };
        }

        return _notices is not null && await _notices.FindRegisterAsync(notice, _store, cancellationToken).ConfigureAwait(false) is { } register
            ? await PublishedAsync(activity.Key, notice, register, cancellationToken).ConfigureAwait(false)
            : await FindOwnAsync(subject, topic, notice, cancellationToken).ConfigureAwait(false) ?? throw ConsentRefusals.UnknownNotice();
    }

    private async ValueTask<ShownNotice> PublishedAsync(Key<ProcessingActivity> activity, Digest notice, Digest register, CancellationToken cancellationToken)
    {
        if (await _store.ReadContentAsync(register, cancellationToken).ConfigureAwait(false) is not { } content || AgreementJudge.Read(content) is not { } then)
        {
            throw ConsentRefusals.UnknownNotice();
        }

        if (!then.Activities.TryGet(activity, out var asked) || !asked.AsksConsent)
        {
            throw ConsentRefusals.NotTold(activity);
        }

        var agreement = LedgerContent.Of(then.Only(activity).ToCanonicalJson());
        return new ShownNotice(agreement.Digest, asked, then.NeedsExplicitConsent(activity)) { Content = [agreement], Stored = [notice] };
    }

    // That by which the person agreed before, offered by an application that publishes none.
    private async ValueTask<ShownNotice?> FindOwnAsync(SubjectId subject, ConsentTopic topic, Digest notice, CancellationToken cancellationToken) =>
        await _subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } person
            && (await _streams.LoadAsync<ConsentRecord>(topic.StreamOf(person), cancellationToken).ConfigureAwait(false)).State is { Notice: { } shown, Agreement: { } agreement } state
            && shown == notice
                ? new ShownNotice(agreement, null, state.Explicit) { Stored = [notice, agreement] }
                : null;
}
