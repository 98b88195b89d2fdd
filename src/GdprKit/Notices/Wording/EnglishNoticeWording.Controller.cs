namespace GdprKit;

public abstract partial class EnglishNoticeWording
{
    /// <inheritdoc/>
    public override string WhoWeAre => "Who we are";

    /// <inheritdoc/>
    public override string WeDecide(string controller) =>
        $"{controller} decides why and how your data are used. The law therefore calls us the controller.";

    /// <inheritdoc/>
    public override string Name => "Name";

    /// <inheritdoc/>
    public override string Address => "Address";

    /// <inheritdoc/>
    public override string Email => "E-mail";

    /// <inheritdoc/>
    public override string Phone => "Phone";

    /// <inheritdoc/>
    public override string Website => "Website";

    /// <inheritdoc/>
    public override string RegistrationNumber(CountryCode country) =>
        country.Code == "NL" ? "Chamber of Commerce (KvK) number" : "Registration number";

    /// <inheritdoc/>
    public override string Representative => "Our representative in the European Union";

    /// <inheritdoc/>
    public override string AboutRepresentative =>
        "We are established outside the European Union. Within the Union this party represents us. You can go to it with all questions about your data.";

    /// <inheritdoc/>
    public override string DataProtectionOfficer => "Our data protection officer";

    /// <inheritdoc/>
    public override string AboutDataProtectionOfficer =>
        "The officer checks whether we keep to the privacy rules. You can go there with all questions about your data.";

    /// <inheritdoc/>
    public override string JointControllers => "Who decides together with us";

    /// <inheritdoc/>
    public override string AboutJointControllers =>
        $"Together with somebody else we decide about some of your data. You may exercise your rights with each of us ({Register.Article("26(3)")}).";

    /// <inheritdoc/>
    public override string Arrangement => "What we have agreed";
}
