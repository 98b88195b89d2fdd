using System.Globalization;
using GdprKit.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Offers the privacy notice in a form with a box "I have read the privacy notice", and reads whether it was ticked. Which text it was, in
/// which language and beside which words travels in a sealed field, so that exactly what was shown can be recorded.
/// </summary>
/// <remarks>
/// Added by <c>gdpr.UseNoticeForms()</c>. The law asks that people are told (Art. 13), not that they confirm it: the box is never ticked
/// beforehand, never required, and never consent; that is asked with <see cref="ConsentForms"/>, apart. Of the life of a request.
/// </remarks>
/// <param name="notices">The notices.</param>
/// <param name="protection">Seals the field; its keys are shared by all instances of the application.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">How forms behave.</param>
/// <param name="services">Where published versions are found, where any are.</param>
public sealed class NoticeForms(
    PrivacyNotices notices, IDataProtectionProvider protection, IClock clock, IOptions<NoticeFormOptions> options, IServiceProvider services)
{
    private const string Purpose = "GdprKit.NoticeForm/1";

    /// <summary>The language of the visitor, <see cref="CultureInfo.CurrentUICulture"/>, where the register has it; else its main language.</summary>
    public Language LanguageOfVisitor => VisitorLanguage.Of(notices.Register);

    /// <summary>Makes the box ready to be shown: about the version that holds, or about what the register says while nothing was published.</summary>
    /// <param name="language">In which language; <see langword="null"/> for that of the visitor, or where the text that holds has it not, another one that it has.</param>
    /// <param name="label">The words beside the box, in that language; <see langword="null"/> for "I have read the privacy notice".</param>
    /// <param name="person">
    /// Whom the form is about, where that is known: only then is it read with the same person, so that nobody answers for somebody else.
    /// <see langword="null"/> for a form by which somebody signs up.
    /// </param>
    /// <param name="audience">Whose notice is offered; <see langword="null"/> for the public one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">GDPR4533: that audience has no notice in that language.</exception>
    public async ValueTask<NoticeBox> OfferAsync(
        Language? language = null, string? label = null, SubjectId? person = null, NoticeAudience? audience = null, CancellationToken cancellationToken = default)
    {
        var readers = audience ?? NoticeAudience.Everybody;
        var shown = await NoticeOnDisplay.FindAsync(services, readers, cancellationToken).ConfigureAwait(false);
        var spoken = language ?? (shown.LanguagesIn(notices.Register) is var known && known.Contains(LanguageOfVisitor) ? LanguageOfVisitor : known[0]);
        var offered = shown.TextIn(spoken, notices) is { } text
            ? new OfferedNotice(readers, spoken, text, shown.Holding?.Digest)
            : throw new KeyNotFoundException($"{WebMessages.NoNoticeToRead}: a form offers a privacy notice that there is not: nobody of that audience has one in '{spoken}'. Pass a language of the register, and an audience that has a notice.");
        var words = string.IsNullOrWhiteSpace(label) ? ReadLabel.In(spoken) : label;
        var now = clock.GetCurrentInstant();
        var id = EntryId.New(now);
        var box = new SealedNotice
        {
            Notice = offered.Text.ToString(),
            Version = offered.Version?.ToString(),
            Language = spoken.Code,
            People = (readers as NoticeAudience.Own)?.People.ToString(),
            Label = words,
            Id = id.ToGuid(),
            Shown = SealedField.ToNumber(now),
        };
        return new NoticeBox(offered, words, id, SealedField.Seal(box, SealedNoticeJson.Default.SealedNotice, ProtectorOf(person)));
    }

    /// <summary>Reads the box that a form sent. One that was changed, is somebody else's or is too old is refused. A version that was shown
    /// is the one that is acknowledged, whichever holds by now; a text that was shown before it was published, and is another one by now, is refused.</summary>
    /// <param name="request">The request; one without a form, or with a form without that box, acknowledges nothing.</param>
    /// <param name="person">Whom the form is about, as it was offered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<NoticeForm> ReadAsync(HttpRequest request, SubjectId? person, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return new NoticeForm(acknowledgement: null);
        }

        var sent = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        var (boxes, ticks) = (sent[NoticeFormFields.Notice], sent[NoticeFormFields.Read]);
        return (boxes.Count, ticks.Count) switch
        {
            (0, 0) => new NoticeForm(acknowledgement: null),
            (1, <= 1) => await OpenAsync(boxes[0], ticks.Count == 1 ? ticks[0] : null, ProtectorOf(person), cancellationToken).ConfigureAwait(false),
            _ => new NoticeForm(NoticeFormFaults.NotOurs),
        };
    }

    private async ValueTask<NoticeForm> OpenAsync(string? sealedBox, string? tick, IDataProtector protector, CancellationToken cancellationToken)
    {
        var box = SealedField.Open(sealedBox, SealedNoticeJson.Default.SealedNotice, protector);
        if (box is null || (tick is not null && !(Guid.TryParse(tick, out var id) && id == box.Id)))
        {
            return new NoticeForm(NoticeFormFaults.NotOurs);
        }

        // Who left the box empty said nothing, about whichever text.
        if (tick is null)
        {
            return new NoticeForm(acknowledgement: null);
        }

        if (await FindAsync(box, cancellationToken).ConfigureAwait(false) is not { } read)
        {
            return new NoticeForm(NoticeFormFaults.Changed);
        }

        return SealedField.IsTooOld(box.Shown, clock.GetCurrentInstant(), options.Value.AcceptedFor)
            ? new NoticeForm(NoticeFormFaults.TooOld)
            : new NoticeForm(new NoticeAcknowledgement(read, box.Label, EntryId.FromGuid(box.Id)));
    }

    // What was shown while nothing was published, and was published since as it was, is that version.
    private async ValueTask<OfferedNotice?> FindAsync(SealedNotice box, CancellationToken cancellationToken)
    {
        var (language, text) = (Language.Parse(box.Language), Digest.Parse(box.Notice));
        var shown = await NoticeOnDisplay.FindAsync(services, box.Audience, cancellationToken).ConfigureAwait(false);
        var version = shown.Published.FirstOrDefault(each =>
            (box.Version is null || each.Digest.ToString() == box.Version) && each.Texts.Any(one => one.Language == language && one.Digest == text));
        return version is not null || (box.Version is null && shown.Holding is null && shown.TextIn(language, notices) == text)
            ? new OfferedNotice(box.Audience, language, text, version?.Digest)
            : null;
    }

    private IDataProtector ProtectorOf(SubjectId? person) => SealedField.ProtectorOf(protection, Purpose, person);
}
