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
public sealed class NoticeForms(PrivacyNotices notices, IDataProtectionProvider protection, IClock clock, IOptions<NoticeFormOptions> options)
{
    private const string Purpose = "GdprKit.NoticeForm/1";

    /// <summary>The language of the visitor, <see cref="CultureInfo.CurrentUICulture"/>, where the register has it; else its main language.</summary>
    public Language LanguageOfVisitor => VisitorLanguage.Of(notices.Register);

    /// <summary>Makes the box ready to be shown.</summary>
    /// <param name="language">In which language; <see langword="null"/> for that of the visitor.</param>
    /// <param name="label">The words beside the box, in that language; <see langword="null"/> for "I have read the privacy notice".</param>
    /// <param name="person">
    /// Whom the form is about, where that is known: only then is it read with the same person, so that nobody answers for somebody else.
    /// <see langword="null"/> for a form by which somebody signs up.
    /// </param>
    /// <param name="audience">Whose notice is offered; <see langword="null"/> for the public one.</param>
    /// <exception cref="KeyNotFoundException">GDPR4533: that audience has no notice in that language.</exception>
    public NoticeBox Offer(Language? language = null, string? label = null, SubjectId? person = null, NoticeAudience? audience = null)
    {
        var spoken = language ?? LanguageOfVisitor;
        var readers = audience ?? NoticeAudience.Everybody;
        var notice = notices.TryGet(spoken, readers, out var offered)
            ? offered
            : throw new KeyNotFoundException($"{WebMessages.NoNoticeToRead}: a form offers a privacy notice that there is not: nobody of that audience has one in '{spoken}'. Pass a language of the register, and an audience that has a notice.");
        var words = string.IsNullOrWhiteSpace(label) ? ReadLabel.Words[spoken] : label;
        var now = clock.GetCurrentInstant();
        var id = EntryId.New(now);
        var box = new SealedNotice
        {
            Notice = notice.Digest.ToString(),
            Language = spoken.Code,
            People = (readers as NoticeAudience.Own)?.People.ToString(),
            Label = words,
            Id = id.ToGuid(),
            Shown = SealedField.ToNumber(now),
        };
        return new NoticeBox(notice, words, id, SealedField.Seal(box, SealedNoticeJson.Default.SealedNotice, ProtectorOf(person)));
    }

    /// <summary>Reads the box that a form sent. One that was changed, is somebody else's or is too old, and one about a notice that changed meanwhile, is refused.</summary>
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
            (1, <= 1) => Read(boxes[0], ticks.Count == 1 ? ticks[0] : null, ProtectorOf(person)),
            _ => new NoticeForm(NoticeFormFaults.NotOurs),
        };
    }

    private NoticeForm Read(string? sealedBox, string? tick, IDataProtector protector)
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

        if (!notices.TryGet(Language.Parse(box.Language), box.Audience, out var notice) || notice.Digest.ToString() != box.Notice)
        {
            return new NoticeForm(NoticeFormFaults.Changed);
        }

        return SealedField.IsTooOld(box.Shown, clock.GetCurrentInstant(), options.Value.AcceptedFor)
            ? new NoticeForm(NoticeFormFaults.TooOld)
            : new NoticeForm(new NoticeAcknowledgement(notice, box.Label, EntryId.FromGuid(box.Id)));
    }

    private IDataProtector ProtectorOf(SubjectId? person) => SealedField.ProtectorOf(protection, Purpose, person);
}
