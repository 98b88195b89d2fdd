namespace GdprKit.Register;

/// <summary>Where people exercise their rights.</summary>
internal static class RightsContactJson
{
    public static RightsContact? UnlessDefault(RightsContact rights) => rights == new RightsContact() ? null : rights;

    public static RightsContact Read(JsonObjectReader from) => new()
    {
        Page = from.Page("page"),
        Email = from.Text("email"),
        Phone = from.Text("phone"),
    };

    public static void Write(JsonObjectWriter to, RightsContact rights)
    {
        to.Url("page", rights.Page);
        to.Text("email", rights.Email);
        to.Text("phone", rights.Phone);
    }
}
