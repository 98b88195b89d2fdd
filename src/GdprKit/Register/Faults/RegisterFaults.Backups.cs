namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault BackupsMissing() => Warning(
        "/backups", RegisterFaultMessages.BackupsMissing,
        "No backups are declared, so nobody can say when deleted data are gone from the last one.",
        "Call Backup(key, …), or write 'backups' in the register file.");

    public static RegisterFault RotationMissing(string path) => new(
        path, RegisterFaultMessages.RotationMissing,
        "Nothing says when a backup is overwritten.",
        Write("KeptFor(period), LastKept(count) or GrandfatherFatherSon(…)", path));

    public static RegisterFault RotationKeepsNothing(string path) => new(
        path, RegisterFaultMessages.RotationKeepsNothing,
        "The rotation keeps no backup, or a negative number of them.",
        "Keep at least one.");
}
