/* measure.c - runs a command several times and prints its medians: measure TIMES COMMAND...
 *
 * One line: CPU (user and system) in ms, wall time in ms, the greatest resident size in KiB. What the command
 * prints is thrown away. A failing command fails the measurement. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_TIMES = 99 };

static double milliseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void run_command(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return values[count / 2];
}

int main(int count, char **arguments)
{
    int times = count > 2 ? atoi(arguments[1]) : 0;
    if (times < 1 || times > MOST_TIMES)
        return 2;
    double cpu[MOST_TIMES], wall[MOST_TIMES];
    long most = 0;
    for (int i = 0; i < times; i++) {
        double began = now();
        pid_t child = fork();
        if (child == 0)
            run_command(arguments + 2);
        int status;
        struct rusage usage;
        if (wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
            return 1;
        wall[i] = now() - began;
        cpu[i] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
        most = usage.ru_maxrss > most ? usage.ru_maxrss : most;
    }
    printf("%.1f %.1f %ld\n", median(cpu, times), median(wall, times), most);
    return 0;
}
