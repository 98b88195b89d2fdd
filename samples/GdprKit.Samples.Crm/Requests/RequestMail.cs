using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Mail;
using GdprKit.Samples.Crm.Navigation;
using Microsoft.Extensions.Localization;
using MimeKit;
using NodaTime;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>
/// The mails to a customer at whose address something was asked. When it was asked: by when an answer comes, and a link to follow it, or to take it back for who did not ask. It repeats nothing
/// of what was filled in: anybody can fill in any address. And when a copy of their data is ready: where to fetch it.
/// </summary>
public sealed partial class RequestMail(
    CrmDbContext db, ProcessingRegister register, RequestBook book, SignedLinks links, SiteAddress site, MailFolder folder, IClock clock, IStringLocalizer<Texts> texts, ILogger<RequestMail> logger)
{
    /// <summary>Whether a customer has an address to which mail can go.</summary>
    public static bool CanReach(Customer customer) => MailboxAddress.TryParse(customer.Email, out _);

    /// <summary>In which language a customer is written to: their own, or that of the page where it is not known.</summary>
    public static Language LanguageOf(Customer customer) => customer.Language is { } language ? Language.Parse(language) : Language.OfReader;

    /// <summary>Sends it. A mail that cannot be written is logged: the request is recorded all the same.</summary>
    public async Task SendAsync(SubjectId person, Customer customer, RightsRequest request, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(customer.Email, out var to) || await db.Gdpr().Subjects.FindBySubjectAsync([person], cancellationToken) is not [var known, ..])
        {
            return;
        }

        var until = clock.GetCurrentInstant() + PrivacyCentre.LinkWorksFor;
        var link = site.Of($"{PrivacyCentre.Path}/{links.Write(new SignedLink(LinkPurpose.ManageConsent, known.Ref, until))}");
        using var message = LanguageOf(customer).Speak(() => Write($"request-{request.Id}", to, texts["Mail.Request.Subject"], text => text
            .Paragraph(texts["Mail.Request.Asked", texts["Shop.Name"].Value, book.TitleOf(request)])
            .Paragraph(request.IsOpen ? texts["Mail.Request.Due", request.NominalDue.Long()] : texts["Mail.Request.AtOnce"])
            .Link(texts["Mail.Request.Link"], $"{link}#{PrivacyCentre.RequestsId}")
            .Paragraph(Until(until))
            .Paragraph(texts["Mail.Request.NotYou"])));
        await TryPutAsync($"request-{request.Id}", message, cancellationToken);
    }

    /// <summary>Sends the link to the copy of their data to who asked for it.</summary>
    /// <returns>Whether the mail was written; where it was not, that is logged.</returns>
    public async Task<bool> SendCopyAsync(Customer customer, RightsRequest request, Uri link, Instant until, CancellationToken cancellationToken)
    {
        var id = $"copy-{request.Export!.Id}";
        using var message = LanguageOf(customer).Speak(() => Write(id, MailboxAddress.Parse(customer.Email), texts["Mail.Copy.Subject"], text => text
            .Paragraph(texts["Mail.Copy.Asked", texts["Shop.Name"].Value, request.ReceivedOn.Long()])
            .Link(texts["Mail.Copy.Link"], link.AbsoluteUri)
            .Paragraph(Until(until))
            .Paragraph(texts["Mail.Copy.NotYou"])));
        return await TryPutAsync(id, message, cancellationToken);
    }

    private string Until(Instant until) => texts["Mail.Request.Until", ShopCalendar.At(until).ToDateTimeUnspecified().Moment()];

    private async Task<bool> TryPutAsync(string name, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await folder.PutAsync(name, message, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(logger, folder.FolderPath, fault);
            return false;
        }
    }

    private MimeMessage Write(string id, MailboxAddress to, string subject, Func<MailText, MailText> write)
    {
        var (controller, language) = (register.Controller, Language.OfReader);
        var text = write(new MailText(language.Code, subject)).Paragraph(controller.Name).Link(texts["Privacy.Link"], site.Of($"{Menu.PublicNotice}/{language.Code}"));
        var from = new MailboxAddress(controller.Name, controller.Rights.Email ?? controller.Contact.Email!);
        var body = new BodyBuilder { TextBody = text.Text, HtmlBody = text.Html }.ToMessageBody();
        body.Headers.Add(HeaderId.ContentLanguage, language.Code);
        return new MimeMessage([from], [to], subject, body)
        {
            Date = clock.GetCurrentInstant().InZone(controller.TimeZone).ToDateTimeOffset(),
            MessageId = $"{id}@{from.Domain}",
            Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail about a request cannot be written to the folder {Folder}; the request is recorded")]
    private static partial void LogNotWritten(ILogger logger, string folder, Exception fault);
}
