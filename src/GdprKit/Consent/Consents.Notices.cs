using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit;

public sealed partial class Consents
{
    /// <summary>
    /// Whether people can be asked about a topic beside a text of the notice: one that is offered today tells them of all that the register asks, and one that
    /// was published of what the register asked that it was made from. Evidence of a consent that cites another is refused.
    /// </summary>
    /// <param name="topic">The topic.</param>
    /// <param name="notice">The digest of the text: <see cref="NoticeText.Digest"/> or <see cref="PrivacyNotice.Digest"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ConsentException">GDPR1201 to GDPR1203: the topic is none about which people are asked.</exception>
    public async ValueTask<bool> CanBeAskedBesideAsync(ConsentTopic topic, Digest notice, CancellationToken cancellationToken = default)
    {
        _rules.Require(topic);
        return _notices?.Find(notice) is not null
            || (_notices is not null
                && await _notices.FindRegisterAsync(notice, _store, cancellationToken).ConfigureAwait(false) is { } register
                && await ReadRegisterAsync(register, cancellationToken).ConfigureAwait(false) is { } then
                && then.Activities.TryGet(topic.Activity, out var asked)
                && asked.AsksConsent);
    }

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
        if (await ReadRegisterAsync(register, cancellationToken).ConfigureAwait(false) is not { } then)
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

    // What cannot be read tells nothing.
    private async ValueTask<ProcessingRegister?> ReadRegisterAsync(Digest register, CancellationToken cancellationToken) =>
        await _store.ReadContentAsync(register, cancellationToken).ConfigureAwait(false) is { } content ? AgreementJudge.Read(content) : null;

    // That by which the person agreed before, offered by an application that publishes none.
    private async ValueTask<ShownNotice?> FindOwnAsync(SubjectId subject, ConsentTopic topic, Digest notice, CancellationToken cancellationToken) =>
        await _subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } person
            && (await _streams.LoadAsync<ConsentRecord>(topic.StreamOf(person), cancellationToken).ConfigureAwait(false)).State is { Notice: { } shown, Agreement: { } agreement } state
            && shown == notice
                ? new ShownNotice(agreement, null, state.Explicit) { Stored = [notice, agreement] }
                : null;
}
