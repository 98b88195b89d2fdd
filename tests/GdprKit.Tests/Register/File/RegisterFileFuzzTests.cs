using CsCheck;

namespace GdprKit;

/// <summary>Whatever stands in a file, it is a register or it is told what is wrong with it.</summary>
public sealed class RegisterFileFuzzTests
{
    private static readonly string[] Paths = [.. CompleteRegister.Node().All().Skip(1).Select(place => place.Path)];

    private static readonly Gen<byte> AnyByte = Gen.OneOf(Gen.Byte, Gen.OneOf("{}[]\",:\\/u0d-.eE tfn\n"u8.ToArray()));

    private static readonly Gen<(int At, byte Value)[]> Changes = Gen.Select(Gen.Int[0, CompleteRegister.Utf8.Length - 1], AnyByte).Array[1, 8];

    private static readonly Gen<(string To, string From)[]> Moves = Gen.Select(Gen.OneOf(Paths), Gen.OneOf(Paths)).Array[1, 4];

    [Fact]
    public void Changed_bytes_are_a_register_or_told() => Changes.Sample(
        changes =>
        {
            var file = CompleteRegister.Utf8;
            foreach (var (at, value) in changes)
            {
                file[at] = value;
            }

            BeARegisterOrTold(file);
        },
        iter: 1_000);

    [Fact]
    public void A_file_that_was_cut_off_is_told() => Gen.Int[0, CompleteRegister.Utf8.Length - 3].Sample(
        length => RegisterFaultsOf.Json(CompleteRegister.Utf8.AsSpan(0, length)).Should().ContainSingle(),
        iter: 300);

    [Fact]
    public void Values_that_stand_in_the_place_of_others_are_a_register_or_told() => Moves.Sample(
        moves =>
        {
            var file = CompleteRegister.Node();
            foreach (var (to, from) in moves)
            {
                // What an earlier move took away can no longer be moved.
                if (file.All().Any(place => place.Path == to))
                {
                    file.Replace(to, CompleteRegister.Node().At(from)?.DeepClone());
                }
            }

            BeARegisterOrTold(CompleteRegister.ToUtf8(file));
        },
        iter: 300);

    [Fact]
    public void Bytes_of_any_kind_are_told() => AnyByte.Array[0, 60].Sample(bytes => RegisterFaultsOf.Json(bytes).Should().NotBeEmpty(), iter: 1_000);

    private static void BeARegisterOrTold(byte[] file)
    {
        try
        {
            var register = ProcessingRegister.FromJson(file);
            ProcessingRegister.FromJson(register.ToJson()).Should().Be(register);
        }
        catch (InvalidRegisterException invalid)
        {
            invalid.Faults.Should().Contain(fault => fault.Severity == FaultSeverity.Error).And.OnlyContain(fault => fault.Id.Length == "GDPR4201".Length && !fault.ToString().Contains('\n'));
        }
    }
}
