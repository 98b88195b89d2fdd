using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Where people exercise their rights (Art. 12(2)): the declared place, else the controller's own contact details.</summary>
internal static class RightsContactText
{
    public static InlineText Of(NoticeContext context)
    {
        var (wording, controller) = (context.Wording, context.Register.Controller);
        var ways = new List<InlineText>();
        if (controller.Rights.Page is { } page)
        {
            ways.Add(wording.GoTo(page));
        }

        if ((controller.Rights.Email ?? controller.Contact.Email) is { } email)
        {
            ways.Add(wording.MailTo(Inline.ToEmail(email)));
        }

        if ((controller.Rights.Phone ?? controller.Contact.Phone) is { } phone)
        {
            ways.Add(wording.Call(Inline.ToPhone(phone)));
        }

        if (ways.Count == 0 && controller.Contact.Website is { } website)
        {
            ways.Add(wording.Visit(ContactLines.ToWebsite(website)));
        }

        if (ways.Count == 0 && controller.Contact.Address is { } address)
        {
            ways.Add(wording.WriteTo($"{controller.Name}, {address.Street}, {address.PostalCode} {address.City}"));
        }

        return [wording.ThisIsHow, " ", .. Enumerated(ways, wording), "."];
    }

    private static InlineText Enumerated(List<InlineText> ways, NoticeWording wording) => ways.Count < 2
        ? InlineText.Join("", ways)
        : InlineText.Join($" {wording.Or} ", InlineText.Join(", ", ways[..^1]), ways[^1]);
}
