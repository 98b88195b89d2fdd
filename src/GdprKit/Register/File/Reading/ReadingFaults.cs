namespace GdprKit.Register;

/// <summary>The faults found while a register file is read. A file that is something else altogether has more than anybody reads.</summary>
internal sealed class ReadingFaults
{
    public const int Maximum = 500;

    private readonly List<RegisterFault> _faults = [];

    public IReadOnlyCollection<RegisterFault> All => _faults;

    public void Add(RegisterFault fault)
    {
        if (_faults.Count < Maximum)
        {
            _faults.Add(fault);
        }
        else if (_faults.Count == Maximum)
        {
            _faults.Add(RegisterFaults.TooManyFaults(Maximum));
        }
    }
}
