namespace GdprKit.Register;

/// <summary>Who decides about the data. What is left out follows from the country, or is the default that the property documents.</summary>
internal static class DataControllerJson
{
    public static DataController Read(JsonObjectReader from)
    {
        from.Require("name", "country", "contact");
        var name = from.Text("name") ?? "";
        var country = from.Country("country") ?? default;
        return new DataController
        {
            Name = name,
            Country = country,
            Contact = ContactDetailsJson.Read(from, country),
            RegistrationNumber = from.Text("registrationNumber"),
            TimeZone = from.TimeZone("timeZone") ?? DataController.DefaultTimeZone,
            FinancialYearEnd = from.AnnualDate("financialYearEnd") ?? DataController.DefaultFinancialYearEnd,
            Representative = from.Object("representative", party => ContactPartyJson.Read(party, country)),
            DataProtectionOfficer = from.Object("dataProtectionOfficer", party => ContactPartyJson.Read(party, country)),
            JointControllers = from.Objects("jointControllers", joint => JointControllerJson.Read(joint, country)),
            SupervisoryAuthority = from.Object("supervisoryAuthority", SupervisoryAuthorityJson.Read) ?? SupervisoryAuthorityJson.DefaultIn(country),
            Rights = from.Object("rights", RightsContactJson.Read) ?? new RightsContact(),
        };
    }

    public static void Write(JsonObjectWriter to, DataController controller)
    {
        var country = controller.Country;
        to.Text("name", controller.Name);
        to.Country("country", country);
        ContactDetailsJson.Write(to, controller.Contact, country);
        to.Text("registrationNumber", controller.RegistrationNumber);
        to.TimeZone("timeZone", controller.TimeZone, DataController.DefaultTimeZone);
        to.AnnualDate("financialYearEnd", controller.FinancialYearEnd, DataController.DefaultFinancialYearEnd);
        to.Object("representative", controller.Representative, (inner, party) => ContactPartyJson.Write(inner, party, country));
        to.Object("dataProtectionOfficer", controller.DataProtectionOfficer, (inner, party) => ContactPartyJson.Write(inner, party, country));
        to.Objects("jointControllers", controller.JointControllers, (inner, joint) => JointControllerJson.Write(inner, joint, country));
        to.Object("supervisoryAuthority", SupervisoryAuthorityJson.UnlessDefault(controller.SupervisoryAuthority, country), SupervisoryAuthorityJson.Write);
        to.Object("rights", RightsContactJson.UnlessDefault(controller.Rights), RightsContactJson.Write);
    }
}
