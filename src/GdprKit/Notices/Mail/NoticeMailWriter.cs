using System.Net;
using GdprKit.Documents;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>Makes the mail to a person about a version.</summary>
internal sealed class NoticeMailWriter(ProcessingRegister register, INoticeLinks links, NoticeMailOptions options)
{
    public NoticeMail Write(Contact contact, SubjectRef person, NoticeVersion version, bool isReminder, Instant now)
    {
        var language = LanguageOf(contact, version);
        var context = new NoticeMailContext
        {
            Version = version,
            Language = language,
            Controller = register.Controller,
            Read = links.Read(version, language),
            Confirm = links.Confirm(person, version, language, now + options.LinkValidFor),
            IsReminder = isReminder,
        };
        return Write(context, contact.EmailAddress ?? "", $"{NoticeMessageId.Of(person, version.TellsOf, isReminder)}@{Domain}");
    }

    /// <summary>The mail to an operator who wants to see it. Its links name nobody.</summary>
    public NoticeMail WriteTest(string address, NoticeVersion version, Language language)
    {
        var read = links.Read(version, language);
        var context = new NoticeMailContext { Version = version, Language = language, Controller = register.Controller, Read = read, Confirm = read };
        return Write(context, address, $"{Guid.NewGuid():N}@{Domain}");
    }

    /// <summary>The person's language where the version has it, else the main one of the register, else any.</summary>
    public Language LanguageOf(Contact contact, NoticeVersion version) => ReaderLanguage.Of(contact.Language, version, register);

    private string Domain => options.MessageIdDomain
        ?? (register.Controller.Contact.Email?.Split('@') is [.., { Length: > 0 } domain] ? domain : "gdprkit.invalid");

    private NoticeMail Write(NoticeMailContext context, string address, string id)
    {
        var body = options.Template.Body(context);
        return new NoticeMail
        {
            MessageId = id,
            To = address,
            Language = context.Language,
            Subject = options.Template.Subject(context),
            Text = body.ToPlainText(),
            Html = Page(body),
        };
    }

    // Mail programs drop most of a style sheet, so there is none.
    private static string Page(Document body) =>
        $"<!DOCTYPE html>\n<html lang=\"{body.Language}\">\n<head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(body.Title)}</title></head>\n<body>\n{body.ToHtmlFragment(1)}</body>\n</html>\n";
}
