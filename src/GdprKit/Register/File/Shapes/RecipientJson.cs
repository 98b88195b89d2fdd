namespace GdprKit.Register;

/// <summary>A named party that receives data.</summary>
internal static class RecipientJson
{
    public static Recipient Read(Key<Recipient> key, JsonObjectReader from)
    {
        from.Require("name", "role", "task", "country");
        return new Recipient
        {
            Key = key,
            Name = from.Text("name") ?? "",
            Role = from.Choice<RecipientRole>("role"),
            Task = from.Localized("task") ?? LocalizedText.Empty,
            Country = from.Country("country") ?? default,
            Transfers = from.Objects("transfers", TransferJson.Read),
        };
    }

    public static void Write(JsonObjectWriter to, Recipient recipient)
    {
        to.Text("name", recipient.Name);
        to.Choice("role", recipient.Role);
        to.Localized("task", recipient.Task);
        to.Country("country", recipient.Country);
        to.Objects("transfers", recipient.Transfers, TransferJson.Write);
    }
}
