namespace GdprKit;

/// <summary>What the operating system refuses. On Windows another handle locks a file; on Unix its mode does, but not for root.</summary>
public sealed class RegisterFileUnreadableTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void A_file_that_the_system_fails_to_read_says_why()
    {
        // A part of the file is locked, so opening it succeeds for the system and reading does not: an I/O fault, on every system.
        using var holder = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        FluentActions.Invoking(() => ProcessingRegister.Load(_path)).Should().Throw<InvalidRegisterException>()
            .Which.Faults.Should().ContainSingle().Which.Should().Match<RegisterFault>(fault =>
                fault.Id == RegisterFileMessages.FileUnreadable && fault.Fault.StartsWith($"The file '{_path}' cannot be read: ", StringComparison.Ordinal));
    }

    public void Dispose() => File.Delete(_path);
}
