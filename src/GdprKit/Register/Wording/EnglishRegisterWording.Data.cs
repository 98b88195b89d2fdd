namespace GdprKit;

public abstract partial class EnglishRegisterWording
{
    /// <inheritdoc/>
    public override string Name(DataSensitivity sensitivity) => sensitivity switch
    {
        DataSensitivity.Ordinary => "ordinary personal data",
        DataSensitivity.Special => "special categories of personal data",
        DataSensitivity.CriminalOffence => "data about criminal offences",
        DataSensitivity.NationalNumber => "national identification number",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Explanation(DataSensitivity sensitivity) => sensitivity switch
    {
        DataSensitivity.Ordinary => "The ordinary rules of the GDPR apply to these data.",
        DataSensitivity.Special => "These data are extra sensitive. Using them is forbidden, unless the GDPR makes an exception.",
        DataSensitivity.CriminalOffence => "These data are about convictions or offences. They may be used only if a law allows it.",
        DataSensitivity.NationalNumber => "This number, such as the Dutch BSN, may be used only if a law prescribes it.",
        _ => "It was not declared how sensitive these data are.",
    };
}
