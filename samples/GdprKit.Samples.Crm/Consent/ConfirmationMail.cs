using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Mail;
using GdprKit.Samples.Crm.Navigation;
using Microsoft.Extensions.Localization;
using MimeKit;
using NodaTime;

namespace GdprKit.Samples.Crm.Consent;

/// <summary>
/// The mail in which somebody confirms what they agreed to: what it was, a link, until when, and that nothing is to be done by whoever did not
/// ask for it. It offers nothing and follows nobody, and repeats nothing of what was filled in: anybody can fill in any address.
/// </summary>
public sealed class ConfirmationMail(ProcessingRegister register, SiteAddress site, IClock clock, IStringLocalizer<Texts> texts)
{
    /// <summary>Writes the mail.</summary>
    /// <param name="id">The id of what is confirmed, which becomes that of the message.</param>
    /// <param name="to">The address.</param>
    /// <param name="question">What they agreed to: the words beside the box, in the language in which the mail is written too.</param>
    /// <param name="activity">Which activity that is.</param>
    /// <param name="link">The signed part of the link.</param>
    /// <param name="until">From when the link does not work any more.</param>
    public MimeMessage Write(string id, MailboxAddress to, ConsentWording question, ProcessingActivity activity, string link, Instant until) => question.Language.Speak(() =>
    {
        var (controller, language) = (register.Controller, question.Language.Code);
        var subject = texts["Mail.Confirm.Subject", activity.Name[question.Language]].Value;
        var text = new MailText(language, subject)
            .Paragraph(texts["Mail.Confirm.Asked", texts["Shop.Name"].Value])
            .Quote(question.Text)
            .Paragraph(texts["Mail.Confirm.Right"])
            .Link(texts["Mail.Confirm.Link"], site.Of($"/confirm/{link}"))
            .Paragraph(texts["Mail.Confirm.Until", until.InZone(controller.TimeZone).ToDateTimeUnspecified().Moment()])
            .Paragraph(texts["Mail.Confirm.NotYou"])
            .Paragraph(controller.Name)
            .Link(texts["Privacy.Link"], site.Of($"{Menu.PublicNotice}/{language}"))
            .Link(texts["Mail.Rights"], site.Of(Menu.PublicRights));
        // The register of this shop says where mail reaches it.
        var from = new MailboxAddress(controller.Name, controller.Contact.Email!);
        var body = new BodyBuilder { TextBody = text.Text, HtmlBody = text.Html }.ToMessageBody();
        body.Headers.Add(HeaderId.ContentLanguage, language);
        return new MimeMessage([from], [to], subject, body)
        {
            Date = clock.GetCurrentInstant().InZone(controller.TimeZone).ToDateTimeOffset(),
            MessageId = $"{id}@{from.Domain}",
            Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        };
    });
}
