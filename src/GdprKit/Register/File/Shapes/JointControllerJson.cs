namespace GdprKit.Register;

/// <summary>A controller that decides together with this one.</summary>
internal static class JointControllerJson
{
    public static JointController Read(JsonObjectReader from, CountryCode home)
    {
        from.Require("name", "contact", "arrangement");
        return new JointController(from.Text("name") ?? "", ContactDetailsJson.Read(from, home), from.Localized("arrangement") ?? LocalizedText.Empty);
    }

    public static void Write(JsonObjectWriter to, JointController joint, CountryCode home)
    {
        to.Text("name", joint.Name);
        ContactDetailsJson.Write(to, joint.Contact, home);
        to.Localized("arrangement", joint.Arrangement);
    }
}
