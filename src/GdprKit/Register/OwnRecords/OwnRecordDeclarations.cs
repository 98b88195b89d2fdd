namespace GdprKit;

internal static class OwnRecordDeclarations
{
    public static RegisterDeclarations AddTo(RegisterDeclarations declarations) => declarations;
}
