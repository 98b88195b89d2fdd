namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>How the law calls data it protects so far: "bijzondere persoonsgegevens", "special categories of personal data".</summary>
    /// <param name="sensitivity">How far the law protects them.</param>
    public abstract string Name(DataSensitivity sensitivity);

    /// <summary>What that protection means.</summary>
    /// <param name="sensitivity">How far the law protects them.</param>
    /// <returns>One sentence.</returns>
    public abstract string Explanation(DataSensitivity sensitivity);
}
