using GdprKit.Register;

namespace GdprKit;

/// <summary>What can be wrong with the file itself: its place, its bytes, its JSON.</summary>
internal static partial class RegisterFaults
{
    public static RegisterFault FileMissing(string file) => new(
        "", RegisterFileMessages.FileMissing, $"There is no file '{file}'.", "Correct the path, or put the register there.");

    public static RegisterFault FileUnreadable(string file, string why) => new(
        "", RegisterFileMessages.FileUnreadable, $"The file '{file}' cannot be read: {why}.", "Give the application a file that it may read.");

    public static RegisterFault FileEmpty() => new(
        "", RegisterFileMessages.FileEmpty, "The register file is empty.", "Write a register, or start from a template.");

    public static RegisterFault FileTooLarge(int maximumBytes) => new(
        "",
        RegisterFileMessages.FileTooLarge,
        $"The register file is larger than {maximumBytes / (1024 * 1024)} MiB; nothing in it was read.",
        "Give the file of the register: it declares data, it does not hold them.");

    public static RegisterFault NotUtf8(int position, int line) => new(
        "",
        RegisterFileMessages.NotUtf8,
        $"The register file is not UTF-8: byte {position}, in line {line}, cannot stand there.",
        "Save the file as UTF-8.");

    public static RegisterFault OtherEncoding(string encoding) => new(
        "", RegisterFileMessages.OtherEncoding, $"The register file is {encoding}.", "Save the file as UTF-8.");

    public static RegisterFault InvalidJson(TextPosition position, string why, string remedy) => new(
        "", RegisterFileMessages.InvalidJson, $"The register file is not JSON: in {position}, {why}.", remedy);

    public static RegisterFault TooDeep(TextPosition position, int maximumDepth) => new(
        "",
        RegisterFileMessages.TooDeep,
        $"The register file nests objects and lists more than {maximumDepth} levels deep, in {position}.",
        "Close what is opened before it; a register needs far fewer levels.");

    public static RegisterFault TooManyFaults(int maximum) => new(
        "",
        RegisterFileMessages.TooManyFaults,
        $"There are more than {maximum} faults; those beyond are not listed.",
        "Correct the ones that are listed, then read the file again.");
}
