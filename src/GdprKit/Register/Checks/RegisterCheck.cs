namespace GdprKit;

internal static class RegisterCheck
{
    public static ProcessingRegister Accept(RegisterDeclarations declarations, IReadOnlyCollection<RegisterFault> faults) =>
        faults.Count > 0 ? throw new InvalidRegisterException(faults.ToValueList()) : new ProcessingRegister(declarations, []);
}
