namespace GdprKit.Register;

/// <summary>Whether people must give the data. Left out, that follows from the lawful basis.</summary>
internal static class DataProvisionJson
{
    public static DataProvision? UnlessDefault(DataProvision provision, LawfulBasis basis) => provision == DataProvision.For(basis) ? null : provision;

    public static DataProvision Read(JsonObjectReader from)
    {
        from.Require("requirement");
        return new DataProvision(from.Choice<ProvisionRequirement>("requirement"), from.Localized("consequence"));
    }

    public static void Write(JsonObjectWriter to, DataProvision provision)
    {
        to.Choice("requirement", provision.Requirement);
        to.Localized("consequence", provision.Consequence);
    }
}
