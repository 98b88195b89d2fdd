namespace GdprKit.Register;

/// <summary>A transfer, to a country or to an international organisation.</summary>
internal static class TransferJson
{
    public static Transfer Read(JsonObjectReader from)
    {
        from.RequireExactlyOne("country", "organisation");
        from.Require("safeguard");
        return new Transfer
        {
            Country = from.Country("country"),
            Organisation = from.Text("organisation"),
            Safeguard = from.Object("safeguard", TransferSafeguardJson.Read)!,
            Assessment = from.Text("assessment"),
        };
    }

    public static void Write(JsonObjectWriter to, Transfer transfer)
    {
        to.Country("country", transfer.Country);
        to.Text("organisation", transfer.Organisation);
        to.Object("safeguard", transfer.Safeguard, TransferSafeguardJson.Write);
        to.Text("assessment", transfer.Assessment);
    }
}
