namespace GdprKit.Register;

/// <summary>The authority that people can complain to. Left out, it is the one of the controller's country.</summary>
internal static class SupervisoryAuthorityJson
{
    public static SupervisoryAuthority DefaultIn(CountryCode country) =>
        SupervisoryAuthority.TryFind(country, out var authority) ? authority : SupervisoryAuthority.Undeclared;

    public static SupervisoryAuthority? UnlessDefault(SupervisoryAuthority authority, CountryCode country) =>
        authority == DefaultIn(country) ? null : authority;

    public static SupervisoryAuthority Read(JsonObjectReader from)
    {
        from.Require("name", "website");
        return new SupervisoryAuthority(from.Text("name") ?? "", from.Url("website") ?? SupervisoryAuthority.Undeclared.Website);
    }

    public static void Write(JsonObjectWriter to, SupervisoryAuthority authority)
    {
        to.Text("name", authority.Name);
        to.Url("website", authority.Website);
    }
}
