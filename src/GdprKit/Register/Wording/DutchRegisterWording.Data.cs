namespace GdprKit;

public abstract partial class DutchRegisterWording
{
    /// <inheritdoc/>
    public override string Name(DataSensitivity sensitivity) => sensitivity switch
    {
        DataSensitivity.Ordinary => "gewone persoonsgegevens",
        DataSensitivity.Special => "bijzondere persoonsgegevens",
        DataSensitivity.CriminalOffence => "strafrechtelijke persoonsgegevens",
        DataSensitivity.NationalNumber => "nationaal identificatienummer",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Explanation(DataSensitivity sensitivity) => sensitivity switch
    {
        DataSensitivity.Ordinary => "Voor deze gegevens gelden de gewone regels van de AVG.",
        DataSensitivity.Special => "Deze gegevens zijn extra gevoelig. Gebruik is verboden, tenzij de AVG een uitzondering maakt.",
        DataSensitivity.CriminalOffence => "Deze gegevens gaan over straffen of strafbare feiten. Ze mogen alleen worden gebruikt als een wet dat toestaat.",
        DataSensitivity.NationalNumber => "Dit nummer, zoals het BSN, mag alleen worden gebruikt als een wet dat voorschrijft.",
        _ => "Er is niet vastgelegd hoe gevoelig deze gegevens zijn.",
    };
}
