using System.Globalization;
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
/// The mail to a customer at whose address something was asked: by when an answer comes, and a link to follow it, or to take it back for who did not ask. It repeats nothing
/// of what was filled in: anybody can fill in any address.
/// </summary>
public sealed partial class RequestMail(
    CrmDbContext db, ProcessingRegister register, RequestBook book, SignedLinks links, SiteAddress site, MailFolder folder, IClock clock, IStringLocalizer<Texts> texts, ILogger<RequestMail> logger)
{
    /// <summary>Sends it. A mail that cannot be written is logged: the request is recorded all the same.</summary>
    public async Task SendAsync(SubjectId person, Customer customer, RightsRequest request, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(customer.Email, out var to) || await db.Gdpr().Subjects.FindBySubjectAsync([person], cancellationToken) is not [var known, ..])
        {
            return;
        }

        var until = clock.GetCurrentInstant() + PrivacyCentre.LinkWorksFor;
        var link = site.Of($"{PrivacyCentre.Path}/{links.Write(new SignedLink(LinkPurpose.ManageConsent, known.Ref, until))}");
        using var message = Write(request, to, customer.Language is { } language ? Language.Parse(language) : Language.OfReader, link, until);
        try
        {
            await folder.PutAsync($"request-{request.Id}", message, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(logger, folder.FolderPath, fault);
        }
    }

    private MimeMessage Write(RightsRequest request, MailboxAddress to, Language language, string link, Instant until)
    {
        var reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language == Language.Dutch ? Cultures.Dutch : Cultures.English;
        try
        {
            var controller = register.Controller;
            var subject = texts["Mail.Request.Subject"].Value;
            var text = new MailText(language.Code, subject)
                .Paragraph(texts["Mail.Request.Asked", texts["Shop.Name"].Value, book.TitleOf(request)])
                .Paragraph(request.IsOpen ? texts["Mail.Request.Due", request.NominalDue.Long()] : texts["Mail.Request.AtOnce"])
                .Link(texts["Mail.Request.Link"], $"{link}#{PrivacyCentre.RequestsId}")
                .Paragraph(texts["Mail.Request.Until", ShopCalendar.At(until).ToDateTimeUnspecified().Moment()])
                .Paragraph(texts["Mail.Request.NotYou"])
                .Paragraph(controller.Name)
                .Link(texts["Privacy.Link"], site.Of($"{Menu.PublicNotice}/{language.Code}"));
            var from = new MailboxAddress(controller.Name, controller.Rights.Email ?? controller.Contact.Email!);
            var body = new BodyBuilder { TextBody = text.Text, HtmlBody = text.Html }.ToMessageBody();
            body.Headers.Add(HeaderId.ContentLanguage, language.Code);
            return new MimeMessage([from], [to], subject, body)
            {
                Date = clock.GetCurrentInstant().InZone(controller.TimeZone).ToDateTimeOffset(),
                MessageId = $"request-{request.Id}@{from.Domain}",
                Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
            };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = reader;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail about a request cannot be written to the folder {Folder}; the request is recorded")]
    private static partial void LogNotWritten(ILogger logger, string folder, Exception fault);
}
